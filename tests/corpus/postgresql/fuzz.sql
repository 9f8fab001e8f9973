-- What random queries have found, one block a find.
CREATE TYPE fz_pair AS (x integer, y text);

CREATE TABLE fz_things (id integer PRIMARY KEY, a text NOT NULL, j json);

CREATE TABLE fz_keys (a integer, b integer, UNIQUE NULLS NOT DISTINCT (a, b));

CREATE DOMAIN fz_small AS integer CHECK (VALUE < 100);

CREATE FUNCTION fz_pick(anyelement, anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';

CREATE COLLATION fz_plain (locale = 'C');

-- name: ParameterSortedInOneArm :many
(SELECT id, $1 FROM fz_things ORDER BY 2) UNION ALL SELECT id, a FROM fz_things;

-- name: NullIfOfRows :many
SELECT (nullif(ROW(1, a)::fz_pair, ROW(2, a)::fz_pair)).x FROM fz_things;

-- name: DistinctRows :one
SELECT (ROW(1, 'a')::fz_pair, 0) IS DISTINCT FROM ($1, -1);

-- name: DistinctOnASubquery :many
SELECT DISTINCT ON ((SELECT max(o.id) FROM fz_things AS o WHERE o.a = t.a)) t.id
FROM fz_things AS t
ORDER BY (SELECT max(o.id) FROM fz_things AS o WHERE o.a = t.a);

-- name: RankOfAParameter :one
SELECT rank($1) WITHIN GROUP (ORDER BY id) FROM fz_things;

-- name: FieldOfARowType :one
SELECT (ROW(NULL, NULL, NULL)::fz_things).id;

-- name: NullAsATypedConstant :one
SELECT pg_catalog."numeric"(NULL), float8(NULL), int8(NULL);

-- name: VectorOfNumbers :one
SELECT '1 2'::oidvector = '1'::oidvector;

-- name: ConflictOnAKeyThatTakesNullForAValue :exec
INSERT INTO fz_keys VALUES (1, 2) ON CONFLICT (a, b) DO UPDATE SET a = 3;

-- name: JsonbMakesADocumentJsonb :one
SELECT json_object('k' VALUE '1'::jsonb), json_array('1'::jsonb, 1), json_array(1), json_scalar('1'::jsonb);

-- name: JsonbMakesAGroupsDocumentJsonb :one
SELECT json_arrayagg('1'::jsonb), json_objectagg('k' VALUE '1'::jsonb), json_arrayagg(id),
    json_array(SELECT '1'::jsonb)
FROM fz_things;

-- name: MultirangeConstants :one
SELECT '{}'::int4multirange, ' { } '::int4multirange, '{[1,5), (7,9]}'::int4multirange, '{empty}'::nummultirange,
    '{[2024-01-01,2024-02-01),[2025-01-01,)}'::datemultirange @> '{(,)}';

-- name: FieldOfARowIsTheColumnItIsGroupedBy :many
SELECT (t).id, (SELECT count(*) FROM fz_things AS i WHERE i.id = (t).id AND t.id = i.id) FROM fz_things AS t
GROUP BY (t).id;

-- name: IntervalConstants :one
SELECT '1-2'::interval, '1-2 3 04:05:06'::interval, '-1-2 +3 -4:05'::interval, 'P2024-01-31T10:00:00'::interval,
    interval '-1' year, '3 days -2 hours ago'::interval, '1 mon'::interval, '-00:30'::interval;

-- name: SubqueryOfInDecidesAPlaceholderBeforeTheLeftSide :many
SELECT (CASE WHEN false THEN NULL ELSE $1 END) IN (SELECT false FROM fz_things GROUP BY id HAVING $1) FROM fz_things;

-- name: SubqueryOfAllDecidesAPlaceholderBeforeTheLeftSide :many
SELECT coalesce($1, NULL) <> ALL (SELECT id FROM fz_things WHERE id = $1) FROM fz_things;

-- name: SubqueryBesideARowDecidesAPlaceholderFirst :many
SELECT (CASE WHEN true THEN $1 END, 1) = (SELECT id, 1 FROM fz_things WHERE id = $1 LIMIT 1) FROM fz_things;

-- name: DistinctArgumentOfAnyTypeIsText :one
SELECT count(DISTINCT $1), count(DISTINCT NULL), (SELECT count(DISTINCT x) FROM (VALUES ('a')) AS v (x));

-- name: OrderedArgumentOfAnyTypeIsText :one
SELECT count($1 ORDER BY $1);

-- name: CollationOfTheSchema :many
SELECT a COLLATE fz_plain, a COLLATE public.fz_plain, a COLLATE pg_catalog."C" FROM fz_things ORDER BY a COLLATE "unicode";

-- name: SubqueryWithoutOuterColumnsIsAConstantOfIn :many
SELECT '(1,a)'::fz_pair NOT IN ((SELECT '(1,a)'::fz_pair FROM fz_things AS o GROUP BY o.id LIMIT 1), '(1,a)') FROM fz_things;

-- name: OuterColumnIsAConstantOfIn :many
SELECT (SELECT k.a IN ((SELECT t.id), 1) FROM fz_keys AS k LIMIT 1) FROM fz_things AS t;

-- name: GroupingWithoutColumnsIsOfItsOwnQuery :many
SELECT (SELECT grouping(upper('a')) GROUP BY upper('a')) FROM fz_things AS t GROUP BY t.id;

-- name: GroupingOfTheQueryAround :many
SELECT (SELECT grouping(t.id)), (SELECT grouping(t.id) FROM fz_keys AS k GROUP BY k.a LIMIT 1) FROM fz_things AS t GROUP BY t.id;

-- name: GroupingOfAnInnerColumn :many
SELECT (SELECT grouping(k.a + t.id) FROM fz_keys AS k GROUP BY k.a + t.id LIMIT 1) FROM fz_things AS t GROUP BY t.id;

-- name: CaseWithoutElseIsOfTheBaseType :many
SELECT fz_pick(-1, CASE WHEN t.id > 0 THEN t.id::fz_small END), fz_pick(-1, CASE t.id WHEN 1 THEN 2::fz_small END) FROM fz_things AS t;

-- name: MergeTakesAnyCondition :exec
MERGE INTO fz_keys AS k USING fz_things AS t ON CASE WHEN false THEN $1 END WHEN NOT MATCHED THEN INSERT (a) VALUES (t.id);

-- name: WindowsAreResolvedLast :many
SELECT sum(t.id) OVER (ROWS $1 PRECEDING) AS a FROM fz_things AS t ORDER BY sum(t.id) OVER (ORDER BY t.id = $1) LIMIT $2;

-- name: WindowAfterTheConditions :many
SELECT row_number() OVER (ORDER BY $1::text) FROM fz_things AS t WHERE t.id = $1;

-- name: WholeRowOfASubqueryAsComposite :many
SELECT s::fz_pair, ROW(1, 'b')::fz_pair FROM (SELECT 1 AS a, 'x' AS b) AS s;
