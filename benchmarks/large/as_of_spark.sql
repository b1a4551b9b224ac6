-- The as-of question, asked of `facts` (the exported Parquet file) for every row of `questions`
-- (number, force, place, first, last). Section numbers are those of the rule, see docs/large.md.
-- Spark's SQL has no ASOF JOIN: facts and questions are put into one line in time, and a window takes the last
-- fact before each question, or the first after it.

-- 1. What can answer. A missing first or last day is an open end of the calendar. `micro` is the number named
-- in millionths, and `step` the place value of its last significant digit: 100 for 2,500, 1 for 0.
CACHE TABLE candidates AS
WITH wanted AS (
    SELECT *,
        CASE WHEN value = floor(value) THEN CAST(CAST(value AS BIGINT) AS DECIMAL(22, 0)) * 1000000
             ELSE CAST(round(value * 1000000) AS DECIMAL(22, 0)) END AS micro
    FROM facts
    WHERE kind = 'level' AND covers = 'whole' AND status IN ('actual', 'announced', 'former')
)
SELECT id, force, place, basis, coalesce(definition, '') AS definition, value, low, high, qualifier,
    struct(low, high, qualifier, CAST(micro AS DECIMAL(24, 0)) AS micro,
        CASE WHEN micro = 0 THEN CAST(1000000 AS DECIMAL(24, 0))
             ELSE array_max(filter(transform(sequence(0, 21), n -> CAST(rpad('1', n + 1, '0') AS DECIMAL(24, 0))),
                 power -> micro % power = 0)) END AS step) AS figure,
    coalesce(first, DATE '0001-01-01') AS starts, coalesce(last, DATE '9999-12-31') AS ends,
    basis <> 'official' AS press, quote IS NULL AS cited
FROM wanted;

-- Two counts agree when their bounds overlap, or are equal after rounding, halves up, to the coarser one's last
-- digit where one is about. Withheld agrees with withheld alone.
CREATE OR REPLACE TEMPORARY FUNCTION nearest(micro DECIMAL(24, 0), step DECIMAL(24, 0)) RETURNS DECIMAL(27, 0)
RETURN (2 * micro + step) - (2 * micro + step) % (2 * step);
CREATE OR REPLACE TEMPORARY FUNCTION agree(
    one STRUCT<low: DOUBLE, high: DOUBLE, qualifier: STRING, micro: DECIMAL(24, 0), step: DECIMAL(24, 0)>,
    other STRUCT<low: DOUBLE, high: DOUBLE, qualifier: STRING, micro: DECIMAL(24, 0), step: DECIMAL(24, 0)>
) RETURNS BOOLEAN
RETURN CASE
    WHEN one.qualifier = 'withheld' OR other.qualifier = 'withheld' THEN one.qualifier = other.qualifier
    ELSE (coalesce(one.low <= other.high, true) AND coalesce(other.low <= one.high, true))
        OR ('about' IN (one.qualifier, other.qualifier)
            AND coalesce(nearest(one.micro, greatest(one.step, other.step))
                         = nearest(other.micro, greatest(one.step, other.step)), false))
    END;

-- Facts and questions in one line: on one day facts come first, so that a question sees those of its last day.
CREATE OR REPLACE TEMPORARY VIEW in_line AS
SELECT force, place, starts AS day, 0 AS turn, ends, press, cited, id,
    struct(id, value, figure, starts, ends) AS fact,
    CAST(NULL AS BIGINT) AS number, CAST(NULL AS DATE) AS first
FROM candidates
UNION ALL
SELECT force, place, last, 1, NULL, NULL, NULL, NULL, NULL, number, first FROM questions;

-- 3. The newest figure that has begun, the one that comes first where several begin on a day; and the next.
CREATE OR REPLACE TEMPORARY VIEW found AS
SELECT number, force, place, first, day AS last, newest, soonest
FROM (
    SELECT *,
        last_value(fact) IGNORE NULLS OVER (PARTITION BY force, place
            ORDER BY day, turn, ends, press DESC, cited DESC, id DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS newest,
        last_value(fact) IGNORE NULLS OVER (PARTITION BY force, place
            ORDER BY day DESC, turn DESC, ends DESC, press DESC, cited DESC, id DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS soonest
    FROM in_line
)
WHERE number IS NOT NULL;

-- 5. Support, with an age limit of 365 days.
CACHE TABLE supported AS
SELECT *, CASE
    WHEN newest IS NULL THEN 'none'
    WHEN newest.ends >= first THEN 'reported'
    WHEN soonest IS NOT NULL AND agree(newest.figure, soonest.figure)
        AND least(datediff(first, newest.ends), datediff(soonest.starts, last)) <= 365 THEN 'bracketed'
    WHEN datediff(first, newest.ends) <= 365 THEN 'carried'
    ELSE 'stale' END AS support
FROM found;

-- 2. The newest of each basis and definition, what is within 14 days before it, and nothing that is more than
-- 90 days older than the newest of all.
CREATE OR REPLACE TEMPORARY VIEW leaders AS
SELECT asked.number, asked.force, asked.place, candidates.basis, candidates.definition,
    max(candidates.starts) AS starts, max(asked.newest.starts) AS newest_of_all
FROM supported AS asked
JOIN candidates ON candidates.force = asked.force AND candidates.place = asked.place
    AND candidates.starts BETWEEN date_sub(asked.newest.starts, 90) AND asked.last
WHERE asked.support NOT IN ('stale', 'none')
GROUP BY asked.number, asked.force, asked.place, candidates.basis, candidates.definition;

CACHE TABLE evidence AS
SELECT leaders.number, candidates.*
FROM leaders
JOIN candidates ON candidates.force = leaders.force AND candidates.place = leaders.place
    AND candidates.basis = leaders.basis AND candidates.definition = leaders.definition
    AND candidates.starts BETWEEN date_sub(leaders.starts, 14) AND leaders.starts
    AND candidates.starts >= date_sub(leaders.newest_of_all, 90);

-- 4. The bounds of the whole, open where one figure leaves them open; and whether two figures do not agree.
CREATE OR REPLACE TEMPORARY VIEW ranges AS
SELECT number,
    array_join(transform(array_sort(collect_list(struct(
        -datediff(starts, DATE '0001-01-01') AS one, -datediff(ends, DATE '0001-01-01') AS two,
        press, cited, id))), each -> each.id), ' ') AS evidence,
    CASE WHEN bool_and(low IS NOT NULL) FILTER (WHERE qualifier <> 'withheld') THEN min(low) END AS low,
    CASE WHEN bool_and(high IS NOT NULL) FILTER (WHERE qualifier <> 'withheld') THEN max(high) END AS high
FROM evidence GROUP BY number;

CREATE OR REPLACE TEMPORARY VIEW disputed AS
SELECT DISTINCT one.number
FROM evidence AS one JOIN evidence AS other ON one.number = other.number AND one.id < other.id
WHERE one.qualifier <> 'withheld' AND other.qualifier <> 'withheld' AND NOT agree(one.figure, other.figure);

CREATE OR REPLACE TEMPORARY VIEW answers AS
SELECT supported.number, support,
    CASE WHEN support NOT IN ('stale', 'none') THEN newest.id END AS fact,
    CASE WHEN support NOT IN ('stale', 'none') THEN newest.value END AS value,
    ranges.low, ranges.high, disputed.number IS NOT NULL AS contested, coalesce(evidence, '') AS evidence
FROM supported LEFT JOIN ranges ON ranges.number = supported.number
    LEFT JOIN disputed ON disputed.number = supported.number;
