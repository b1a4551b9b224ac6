-- The as-of question, asked of `facts` (the exported Parquet file) for every row of `questions`
-- (number, force, place, first, last). Section numbers are those of the rule, see docs/large.md.

-- 1 and 6. What can answer: levels that cover the whole, whatever they count, have the scope ''; those that cover
-- more have their definition's, as only those of one definition may answer together. A missing first or last day is an
-- open end of the calendar. `micro` is the number named in millionths, and `step` the place value of its last
-- significant digit: 100 for 2,500, 1 for 0.
CREATE OR REPLACE TEMP TABLE candidates AS
WITH wanted AS (
    SELECT *,
        CASE WHEN value = floor(value) THEN value::HUGEINT * 1000000
             ELSE round(value * 1000000)::HUGEINT END AS micro
    FROM facts
    WHERE kind = 'level' AND covers IN ('whole', 'more') AND context IS NULL
        AND status IN ('actual', 'announced', 'former')
)
SELECT id, force, place, CASE covers WHEN 'whole' THEN '' ELSE definition END AS scope,
    basis, coalesce(definition, '') AS definition, qualifier = 'withheld' AS withheld,
    value, low, high, qualifier, micro,
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
-- 6. Each question is asked of the whole, and of the wider definition that the newest at its date has.
widest AS (
    SELECT * FROM candidates WHERE scope <> ''
    QUALIFY row_number() OVER (PARTITION BY force, place, starts ORDER BY ends DESC, press, cited, id) = 1
),
attempts AS (
    SELECT number, force, place, first, last, '' AS scope FROM questions
    UNION ALL
    SELECT asked.number, asked.force, asked.place, asked.first, asked.last, widest.scope
    FROM questions AS asked
    ASOF JOIN widest
        ON asked.force = widest.force AND asked.place = widest.place AND asked.last >= widest.starts
),
-- 2. What is current: the newest of each basis and definition, and what is within 14 days before it; of figures the
-- newest figure, and of what is withheld the newest of all.
kinds AS (FROM (VALUES (false), (true)) AS kind(withheld)),
begun AS (
    SELECT DISTINCT force, place, scope, basis, definition, kinds.withheld, starts
    FROM candidates JOIN kinds ON kinds.withheld OR NOT candidates.withheld
),
pairs AS (SELECT DISTINCT force, place, scope, basis, definition, withheld FROM begun),
asked_of_pairs AS (
    SELECT attempts.number, attempts.last, pairs.* FROM attempts JOIN pairs USING (force, place, scope)
),
leaders AS (
    SELECT asked.*, leader.starts
    FROM asked_of_pairs AS asked
    ASOF JOIN begun AS leader
        ON asked.force = leader.force AND asked.place = leader.place AND asked.scope = leader.scope
        AND asked.basis = leader.basis AND asked.definition = leader.definition
        AND asked.withheld = leader.withheld AND asked.last >= leader.starts
),
current_levels AS (
    SELECT leaders.number, candidates.*
    FROM leaders
    JOIN candidates USING (force, place, scope, basis, definition, withheld)
    WHERE candidates.starts <= leaders.starts AND leaders.starts - candidates.starts <= 14
),
-- 3. The newest current figure and the newest current withheld count, each with the next figure.
newest AS (
    SELECT * FROM current_levels
    QUALIFY row_number() OVER (PARTITION BY number, scope, withheld
                               ORDER BY starts DESC, ends DESC, press, cited, id) = 1
),
soonest AS (
    SELECT * FROM candidates
    QUALIFY row_number() OVER (PARTITION BY force, place, scope, withheld, starts
                               ORDER BY ends, press, cited, id) = 1
),
found AS (
    SELECT asked.number, asked.first, asked.scope, newest.withheld, newest.id, newest.value,
        newest.starts, newest.ends,
        greatest(0, asked.first - newest.ends) AS age, soonest.starts - asked.last AS until,
        coalesce(agree(newest, soonest), false) AND soonest.id IS NOT NULL AS bracketing,
        newest.low + newest.high + soonest.low + soonest.high IS NOT NULL AS closed
    FROM attempts AS asked
    JOIN newest USING (number, scope)
    ASOF LEFT JOIN (FROM soonest WHERE NOT withheld) AS soonest
        ON asked.force = soonest.force AND asked.place = soonest.place AND asked.scope = soonest.scope
        AND asked.last < soonest.starts
),
-- 4. Support, with an age limit of 365 days.
supported AS (
    SELECT *, CASE
        WHEN ends >= first THEN 'reported'
        WHEN scope = '' AND bracketing AND (age <= 365 OR closed AND until <= 365) THEN 'bracketed'
        WHEN age <= 365 THEN 'carried'
        ELSE 'stale' END AS support
    FROM found
),
-- 4 and 6. What answers: figures before what is withheld, the whole before what is wider.
given AS (
    SELECT * FROM supported WHERE support <> 'stale'
    QUALIFY row_number() OVER (PARTITION BY number ORDER BY scope <> '', withheld) = 1
),
-- 5. The evidence: of what is current, nothing more than 90 days older than what leads; figures first.
evidence AS (
    SELECT current_levels.*
    FROM given
    JOIN current_levels USING (number, scope)
    WHERE given.starts - current_levels.starts <= 90 AND given.withheld <= current_levels.withheld
),
-- 7. The bounds of the whole, open where one figure leaves them open; and whether two figures do not agree.
ranges AS (
    SELECT number,
        string_agg(id, ' ' ORDER BY withheld, starts DESC, ends DESC, press, cited, id) AS evidence,
        CASE WHEN bool_and(low IS NOT NULL) FILTER (NOT withheld) THEN min(low) END AS low,
        CASE WHEN bool_and(high IS NOT NULL) FILTER (NOT withheld) THEN max(high) END AS high
    FROM evidence GROUP BY number
),
disputed AS (
    SELECT DISTINCT one.number
    FROM evidence AS one JOIN evidence AS other ON one.number = other.number AND one.id < other.id
    WHERE NOT one.withheld AND NOT other.withheld AND NOT agree(one, other)
),
stale AS (SELECT DISTINCT number FROM supported WHERE scope = '')
SELECT questions.number,
    CASE WHEN given.number IS NOT NULL THEN given.support
         WHEN stale.number IS NOT NULL THEN 'stale'
         ELSE 'none' END AS support,
    given.id AS fact, given.value,
    ranges.low, ranges.high, disputed.number IS NOT NULL AS contested, coalesce(evidence, '') AS evidence
FROM questions LEFT JOIN given USING (number) LEFT JOIN ranges USING (number)
    LEFT JOIN disputed USING (number) LEFT JOIN stale USING (number);
