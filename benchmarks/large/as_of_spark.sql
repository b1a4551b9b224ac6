-- The as-of question, asked of `facts` (the exported Parquet file) for every row of `questions`
-- (number, force, place, first, last). Section numbers are those of the rule, see docs/large.md.
-- Spark's SQL has no ASOF JOIN: facts and questions are put into one line in time, and a window takes the last
-- fact before each question, or the first after it. On one day facts stand first, so that a question sees those of
-- its last day.

-- 1 and 6. What can answer: levels that cover the whole, whatever they count, have the scope ''; those that cover
-- more have their definition's, as only those of one definition may answer together. A missing first or last day is an
-- open end of the calendar. `micro` is the number named in millionths, and `step` the place value of its last
-- significant digit: 100 for 2,500, 1 for 0.
CACHE TABLE candidates AS
WITH wanted AS (
    SELECT *,
        CASE WHEN value = floor(value) THEN CAST(CAST(value AS BIGINT) AS DECIMAL(22, 0)) * 1000000
             ELSE CAST(round(value * 1000000) AS DECIMAL(22, 0)) END AS micro
    FROM facts
    WHERE kind = 'level' AND covers IN ('whole', 'more') AND context IS NULL
        AND status IN ('actual', 'announced', 'former')
)
SELECT id, force, place, CASE covers WHEN 'whole' THEN '' ELSE definition END AS scope,
    basis, coalesce(definition, '') AS definition, qualifier = 'withheld' AS withheld, value, low, high,
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

-- 6. Each question is asked of the whole, and of the wider definition that the newest at its date has.
CACHE TABLE attempts AS
SELECT number, force, place, first, last, '' AS scope FROM questions
UNION ALL
SELECT number, force, place, first, day AS last, widest AS scope
FROM (
    SELECT *, last_value(scope) IGNORE NULLS OVER (PARTITION BY force, place
        ORDER BY day, turn, ends, press DESC, cited DESC, id DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS widest
    FROM (
        SELECT force, place, starts AS day, 0 AS turn, ends, press, cited, id, scope,
            CAST(NULL AS BIGINT) AS number, CAST(NULL AS DATE) AS first
        FROM candidates WHERE scope <> ''
        UNION ALL
        SELECT force, place, last, 1, NULL, NULL, NULL, NULL, NULL, number, first FROM questions
    )
)
WHERE number IS NOT NULL AND widest IS NOT NULL;

-- 2. What is current: the newest of each basis and definition, and what is within 14 days before it; of figures the
-- newest figure, and of what is withheld the newest of all.
CREATE OR REPLACE TEMPORARY VIEW begun AS
SELECT DISTINCT force, place, scope, basis, definition, kind.withheld, starts
FROM candidates JOIN (VALUES (false), (true)) AS kind(withheld) ON kind.withheld OR NOT candidates.withheld;

CREATE OR REPLACE TEMPORARY VIEW leaders AS
SELECT *
FROM (
    SELECT *, max(starts) OVER (PARTITION BY force, place, scope, basis, definition, withheld
        ORDER BY day, turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS newest
    FROM (
        SELECT force, place, scope, basis, definition, withheld, starts AS day, 0 AS turn, starts,
            CAST(NULL AS BIGINT) AS number
        FROM begun
        UNION ALL
        SELECT pairs.*, attempts.last, 1, NULL, attempts.number
        FROM attempts JOIN (SELECT DISTINCT force, place, scope, basis, definition, withheld FROM begun) AS pairs
            ON pairs.force = attempts.force AND pairs.place = attempts.place AND pairs.scope = attempts.scope
    )
)
WHERE number IS NOT NULL AND newest IS NOT NULL;

CACHE TABLE current_levels AS
SELECT leaders.number, candidates.*
FROM leaders
JOIN candidates ON candidates.force = leaders.force AND candidates.place = leaders.place
    AND candidates.scope = leaders.scope AND candidates.basis = leaders.basis
    AND candidates.definition = leaders.definition AND candidates.withheld = leaders.withheld
    AND candidates.starts BETWEEN date_sub(leaders.newest, 14) AND leaders.newest;

-- 3. The newest current figure and the newest current withheld count, each with the next figure.
CREATE OR REPLACE TEMPORARY VIEW newest AS
SELECT *
FROM (
    SELECT *, row_number() OVER (PARTITION BY number, scope, withheld
        ORDER BY starts DESC, ends DESC, press, cited, id) AS turn
    FROM current_levels
)
WHERE turn = 1;

CREATE OR REPLACE TEMPORARY VIEW following AS
SELECT number, first, day AS last, scope, soonest
FROM (
    SELECT *, last_value(fact) IGNORE NULLS OVER (PARTITION BY force, place, scope
        ORDER BY day DESC, turn DESC, ends DESC, press DESC, cited DESC, id DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS soonest
    FROM (
        SELECT force, place, scope, starts AS day, 0 AS turn, ends, press, cited, id,
            struct(figure, starts) AS fact, CAST(NULL AS BIGINT) AS number, CAST(NULL AS DATE) AS first
        FROM candidates WHERE NOT withheld
        UNION ALL
        SELECT force, place, scope, last, 1, NULL, NULL, NULL, NULL, NULL, number, first FROM attempts
    )
)
WHERE number IS NOT NULL;

CREATE OR REPLACE TEMPORARY VIEW found AS
SELECT asked.number, asked.first, asked.scope, newest.withheld, newest.id, newest.value, newest.starts, newest.ends,
    greatest(0, datediff(asked.first, newest.ends)) AS age, datediff(soonest.starts, asked.last) AS until,
    soonest IS NOT NULL AND agree(newest.figure, soonest.figure) AS bracketing,
    newest.figure.low + newest.figure.high + soonest.figure.low + soonest.figure.high IS NOT NULL AS closed
FROM following AS asked JOIN newest ON newest.number = asked.number AND newest.scope = asked.scope;

-- 4. Support, with an age limit of 365 days.
CACHE TABLE supported AS
SELECT *, CASE
    WHEN ends >= first THEN 'reported'
    WHEN scope = '' AND bracketing AND (age <= 365 OR closed AND until <= 365) THEN 'bracketed'
    WHEN age <= 365 THEN 'carried'
    ELSE 'stale' END AS support
FROM found;

-- 4 and 6. What answers: figures before what is withheld, the whole before what is wider.
CACHE TABLE given AS
SELECT *
FROM (
    SELECT *, row_number() OVER (PARTITION BY number ORDER BY scope <> '', withheld) AS turn
    FROM supported WHERE support <> 'stale'
)
WHERE turn = 1;

-- 5. The evidence: of what is current, nothing more than 90 days older than what leads; figures first.
CACHE TABLE evidence AS
SELECT current_levels.*
FROM given
JOIN current_levels ON current_levels.number = given.number AND current_levels.scope = given.scope
    AND current_levels.starts >= date_sub(given.starts, 90) AND given.withheld <= current_levels.withheld;

-- 7. The bounds of the whole, open where one figure leaves them open; and whether two figures do not agree.
CREATE OR REPLACE TEMPORARY VIEW ranges AS
SELECT number,
    array_join(transform(array_sort(collect_list(struct(
        withheld, -datediff(starts, DATE '0001-01-01') AS one, -datediff(ends, DATE '0001-01-01') AS two,
        press, cited, id))), each -> each.id), ' ') AS evidence,
    CASE WHEN bool_and(low IS NOT NULL) FILTER (WHERE NOT withheld) THEN min(low) END AS low,
    CASE WHEN bool_and(high IS NOT NULL) FILTER (WHERE NOT withheld) THEN max(high) END AS high
FROM evidence GROUP BY number;

CREATE OR REPLACE TEMPORARY VIEW disputed AS
SELECT DISTINCT one.number
FROM evidence AS one JOIN evidence AS other ON one.number = other.number AND one.id < other.id
WHERE NOT one.withheld AND NOT other.withheld AND NOT agree(one.figure, other.figure);

CREATE OR REPLACE TEMPORARY VIEW answers AS
SELECT questions.number,
    CASE WHEN given.number IS NOT NULL THEN given.support
         WHEN stale.number IS NOT NULL THEN 'stale'
         ELSE 'none' END AS support,
    given.id AS fact, given.value,
    ranges.low, ranges.high, disputed.number IS NOT NULL AS contested, coalesce(evidence, '') AS evidence
FROM questions LEFT JOIN given ON given.number = questions.number
    LEFT JOIN ranges ON ranges.number = questions.number
    LEFT JOIN disputed ON disputed.number = questions.number
    LEFT JOIN (SELECT DISTINCT number FROM supported WHERE scope = '') AS stale
        ON stale.number = questions.number;
