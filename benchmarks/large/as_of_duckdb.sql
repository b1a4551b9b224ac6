-- The as-of question, asked of `facts` (the exported Parquet file) for every row of `questions`
-- (number, force, place, first, last). Section numbers are those of the rule, see docs/large.md.

-- 1. What can answer. A missing first or last day is an open end of the calendar. `micro` is the number named
-- in millionths, and `step` the place value of its last significant digit: 100 for 2,500, 1 for 0.
CREATE OR REPLACE TEMP TABLE candidates AS
WITH wanted AS (
    SELECT *,
        CASE WHEN value = floor(value) THEN value::HUGEINT * 1000000
             ELSE round(value * 1000000)::HUGEINT END AS micro
    FROM facts
    WHERE kind = 'level' AND covers = 'whole' AND status IN ('actual', 'announced', 'former')
)
SELECT id, force, place, basis, coalesce(definition, '') AS definition, value, low, high, qualifier, micro,
    CASE WHEN micro = 0 THEN 1000000
         ELSE list_max(list_filter([(10::HUGEINT) ** n FOR n IN range(0, 22)]::HUGEINT[],
                                   lambda power: micro % power = 0)) END AS step,
    coalesce(first, DATE '0001-01-01') AS starts, coalesce(last, DATE '9999-12-31') AS ends,
    basis <> 'official' AS press, quote IS NULL AS cited
FROM wanted;

-- Two counts agree when their bounds overlap, or are equal after rounding, halves up, to the coarser one's
-- last digit where one is about. Withheld agrees with withheld alone.
CREATE OR REPLACE TEMP MACRO nearest(micro, step) AS (2 * micro + step) - (2 * micro + step) % (2 * step);
CREATE OR REPLACE TEMP MACRO agree(one, other) AS CASE
    WHEN one.qualifier = 'withheld' OR other.qualifier = 'withheld' THEN one.qualifier = other.qualifier
    ELSE (coalesce(one.low <= other.high, true) AND coalesce(other.low <= one.high, true))
        OR (coalesce('about' IN (one.qualifier, other.qualifier), false)
            AND coalesce(nearest(one.micro, greatest(one.step, other.step))
                         = nearest(other.micro, greatest(one.step, other.step)), false))
    END;

CREATE OR REPLACE TEMP TABLE answers AS
WITH
-- 3. Of the figures that begin on one day, the one that comes first; and the one that is next from before.
newest AS (
    SELECT * FROM candidates
    QUALIFY row_number() OVER (PARTITION BY force, place, starts ORDER BY ends DESC, press, cited, id) = 1
),
soonest AS (
    SELECT * FROM candidates
    QUALIFY row_number() OVER (PARTITION BY force, place, starts ORDER BY ends, press, cited, id) = 1
),
found AS (
    SELECT asked.number, asked.force, asked.place, asked.first, asked.last,
        newest.id, newest.value, newest.starts, newest.ends,
        greatest(0, asked.first - newest.ends) AS age, soonest.starts - asked.last AS until,
        coalesce(agree(newest, soonest), false) AND soonest.id IS NOT NULL AS bracketing
    FROM questions AS asked
    ASOF LEFT JOIN newest
        ON asked.force = newest.force AND asked.place = newest.place AND asked.last >= newest.starts
    ASOF LEFT JOIN soonest
        ON asked.force = soonest.force AND asked.place = soonest.place AND asked.last < soonest.starts
),
-- 5. Support, with an age limit of 365 days.
supported AS (
    SELECT *, CASE
        WHEN id IS NULL THEN 'none'
        WHEN ends >= first THEN 'reported'
        WHEN bracketing AND least(age, until) <= 365 THEN 'bracketed'
        WHEN age <= 365 THEN 'carried'
        ELSE 'stale' END AS support
    FROM found
),
-- 2. The newest of each basis and definition, what is within 14 days before it, and nothing that is more than
-- 90 days older than the newest of all.
pairs AS (SELECT DISTINCT force, place, basis, definition FROM candidates),
asked_of_pairs AS (
    SELECT supported.number, supported.last, supported.starts AS newest_of_all, pairs.*
    FROM supported JOIN pairs USING (force, place)
    WHERE supported.support NOT IN ('stale', 'none')
),
leaders AS (
    SELECT asked.*, leader.starts
    FROM asked_of_pairs AS asked
    ASOF JOIN (SELECT DISTINCT force, place, basis, definition, starts FROM candidates) AS leader
        ON asked.force = leader.force AND asked.place = leader.place AND asked.basis = leader.basis
        AND asked.definition = leader.definition AND asked.last >= leader.starts
),
evidence AS (
    SELECT leaders.number, candidates.*
    FROM leaders
    JOIN candidates USING (force, place, basis, definition)
    WHERE candidates.starts <= leaders.starts AND leaders.starts - candidates.starts <= 14
        AND leaders.newest_of_all - candidates.starts <= 90
),
-- 4. The bounds of the whole, open where one figure leaves them open; and whether two figures do not agree.
ranges AS (
    SELECT number,
        string_agg(id, ' ' ORDER BY starts DESC, ends DESC, press, cited, id) AS evidence,
        CASE WHEN bool_and(low IS NOT NULL) FILTER (qualifier <> 'withheld') THEN min(low) END AS low,
        CASE WHEN bool_and(high IS NOT NULL) FILTER (qualifier <> 'withheld') THEN max(high) END AS high
    FROM evidence GROUP BY number
),
disputed AS (
    SELECT DISTINCT one.number
    FROM evidence AS one JOIN evidence AS other ON one.number = other.number AND one.id < other.id
    WHERE one.qualifier <> 'withheld' AND other.qualifier <> 'withheld' AND NOT agree(one, other)
)
SELECT supported.number, support,
    CASE WHEN support NOT IN ('stale', 'none') THEN id END AS fact,
    CASE WHEN support NOT IN ('stale', 'none') THEN value END AS value,
    ranges.low, ranges.high, disputed.number IS NOT NULL AS contested, coalesce(evidence, '') AS evidence
FROM supported LEFT JOIN ranges USING (number) LEFT JOIN disputed USING (number);
