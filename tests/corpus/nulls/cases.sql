-- What may be NULL, column by column, with the reason: ! never, ? in some of the rows tried, ~ by the rules alone.

--- Columns

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ? s: nullable column t.s
-- ~ doubled: nullable column t.doubled
-- ! d: NOT NULL domain of t.d
SELECT id, a, b, s, doubled, d FROM t;

-- ! id: primary key u.id
-- ! t_id: NOT NULL column u.t_id
-- ? c: nullable column u.c
-- ! n: NOT NULL column u.n
SELECT u.id, u.t_id, c, n FROM u;

-- ! id: NOT NULL column w.id
-- ? u_id: nullable column w.u_id
-- ! k: NOT NULL column w.k
SELECT w.id, u_id, k FROM w;

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ? s: nullable column t.s
-- ? f: nullable column t.f
-- ? j: nullable column t.j
-- ? ints: nullable column t.ints
-- ! d: NOT NULL domain of t.d
-- ? m: nullable column t.m
-- ? p: nullable column t.p
-- ~ doubled: nullable column t.doubled
SELECT t.* FROM t;

-- ! ctid: system column
-- ! xmin: system column
-- ! tableoid: system column
SELECT ctid, xmin, tableoid FROM t;

-- ? x: a stored row may hold null in any field
-- ? y: a stored row may hold null in any field
SELECT (t.p).x, (t.p).y FROM t;

-- ? id: a stored row may hold null in any field
-- ? a: a stored row may hold null in any field
SELECT (w.row_of_t).id, (w.row_of_t).a FROM w;

-- ! n: no operand is ever null
-- ? c: nullable column u.c
SELECT (u).n, (u).c FROM u;

-- ! t: a whole row
SELECT t FROM t;

-- ! int4: parameter $1 is never null
-- ? ?column?: nullable column t.s
SELECT $1::integer, $2::text || s FROM t;

-- ? coalesce: every argument of COALESCE may be null
-- ! coalesce: COALESCE has an argument that is never null: constant
SELECT COALESCE($1, s), COALESCE($2, 'x') FROM t;

-- ? int4: parameter $1 may be null
-- ! int4: parameter $2 is never null
SELECT flash.narg('x')::integer, flash.arg('y')::integer;

-- ! relname: NOT NULL column pg_class.relname
-- ! relnamespace: NOT NULL column pg_class.relnamespace
-- ? reloptions: nullable column pg_class.reloptions
SELECT relname, relnamespace, reloptions FROM pg_class;


--- Outer joins

-- ! id: primary key t.id
-- ! id: primary key u.id
-- ! n: NOT NULL column u.n
SELECT t.id, u.id, u.n FROM t JOIN u ON u.t_id = t.id;

-- ! id: primary key t.id
-- ? id: u is on the nullable side of t LEFT JOIN u
-- ? n: u is on the nullable side of t LEFT JOIN u
-- ? c: u is on the nullable side of t LEFT JOIN u
SELECT t.id, u.id, u.n, u.c FROM t LEFT JOIN u ON u.t_id = t.id;

-- ? id: t is on the nullable side of t RIGHT JOIN u
-- ? b: t is on the nullable side of t RIGHT JOIN u
-- ! id: primary key u.id
SELECT t.id, t.b, u.id FROM t RIGHT JOIN u ON u.t_id = t.id;

-- ? id: t is on the nullable side of t FULL JOIN u
-- ? id: u is on the nullable side of t FULL JOIN u
SELECT t.id, u.id FROM t FULL JOIN u ON u.t_id = t.id;

-- ! id: primary key t.id
-- ! id: primary key u.id
SELECT t.id, u.id FROM t CROSS JOIN u;

-- ! id: primary key t.id
-- ! id: primary key u.id
SELECT t.id, u.id FROM t, u;

-- ? d: t is on the nullable side of u LEFT JOIN t
-- ? doubled: t is on the nullable side of u LEFT JOIN t
SELECT t.d, t.doubled FROM u LEFT JOIN t ON t.id = u.t_id;

-- ! id: primary key t.id
-- ? id: u is on the nullable side of t LEFT JOIN u
-- ? k: w is on the nullable side of t, u LEFT JOIN w
SELECT t.id, u.id, w.k FROM t LEFT JOIN u ON u.t_id = t.id LEFT JOIN w ON w.u_id = u.id;

-- ! id: primary key t.id
-- ? id: u is on the nullable side of t LEFT JOIN u, w
-- ? k: w is on the nullable side of t LEFT JOIN u, w
SELECT t.id, u.id, w.k FROM t LEFT JOIN (u JOIN w ON w.u_id = u.id) ON u.t_id = t.id;

-- ! id: primary key t.id
-- ! id: primary key u.id
-- ! k: NOT NULL column w.k
SELECT t.id, u.id, w.k FROM t LEFT JOIN u ON u.t_id = t.id JOIN w ON w.u_id = u.id;

-- ! id: primary key t.id
-- ~ id: u is on the nullable side of t LEFT JOIN u
-- ! k: NOT NULL column w.k
SELECT t.id, u.id, w.k FROM t LEFT JOIN u ON u.t_id = t.id JOIN w ON w.k = t.id;

-- ? id: t is on the nullable side of t, u RIGHT JOIN w
-- ? id: u is on the nullable side of t LEFT JOIN u
-- ! k: NOT NULL column w.k
SELECT t.id, u.id, w.k FROM t LEFT JOIN u ON u.t_id = t.id RIGHT JOIN w ON w.k = t.id;

-- ! id: primary key t.id
-- ? id: u is on the nullable side of t LEFT JOIN u
-- ? k: w is on the nullable side of w RIGHT JOIN t, u
SELECT t.id, u.id, w.k FROM w RIGHT JOIN (t LEFT JOIN u ON u.t_id = t.id) ON w.k = t.id;

-- ? id: t is on the nullable side of t FULL JOIN u
-- ? id: u is on the nullable side of t FULL JOIN u
-- ? k: w is on the nullable side of t, u LEFT JOIN w
SELECT t.id, u.id, w.k FROM (t FULL JOIN u ON u.t_id = t.id) LEFT JOIN w ON w.k = t.id;

-- ? id: x is on the nullable side of t LEFT JOIN x
-- ? id: y is on the nullable side of t, x LEFT JOIN y
SELECT x.id, y.id FROM t LEFT JOIN u AS x ON x.t_id = t.id LEFT JOIN u AS y ON y.t_id = x.id;

-- ? u: u is on the nullable side of t LEFT JOIN u
SELECT u FROM t LEFT JOIN u ON u.t_id = t.id;

-- ? n: u is on the nullable side of t LEFT JOIN u
SELECT (u).n FROM t LEFT JOIN u ON u.t_id = t.id;

-- ? ctid: u is on the nullable side of t LEFT JOIN u
SELECT u.ctid FROM t LEFT JOIN u ON u.t_id = t.id;

-- ? one: q is on the nullable side of t LEFT JOIN q
SELECT q.one FROM t LEFT JOIN (SELECT 1 AS one, id FROM u) AS q ON q.id = t.id;

-- ? n: q is on the nullable side of t LEFT JOIN q
SELECT q.n FROM t LEFT JOIN (SELECT count(*) AS n, t_id FROM u GROUP BY t_id) AS q ON q.t_id = t.id;

-- ! coalesce: COALESCE has an argument that is never null: constant
SELECT COALESCE(q.n, 0) FROM t LEFT JOIN (SELECT count(*) AS n, t_id FROM u GROUP BY t_id) AS q ON q.t_id = t.id;

-- ! id: primary key t.id
-- ? t_id: u is on the nullable side of t LEFT JOIN u
SELECT j.id, j.t_id FROM (t LEFT JOIN u USING (id)) AS j;

-- ? b: nullable column t.b
SELECT t.b FROM t LEFT JOIN (u JOIN LATERAL (SELECT t.b AS x) AS q ON q.x > 1) ON true;

-- ! id: primary key t.id
-- ? n: q is on the nullable side of t LEFT JOIN q
SELECT t.id, q.n FROM t LEFT JOIN LATERAL (SELECT n FROM u WHERE u.t_id = t.id) AS q ON true;

-- ! id: primary key t.id
-- ! n: NOT NULL column u.n
SELECT t.id, q.n FROM t CROSS JOIN LATERAL (SELECT n FROM u WHERE u.t_id = t.b) AS q;

-- ! b: narrowed by the LATERAL subquery
-- ! n: NOT NULL column u.n
SELECT t.b, q.n FROM t, LATERAL (SELECT n FROM u WHERE u.t_id = t.b) AS q;

-- ? b: nullable column t.b
-- ! n: count is never null
SELECT t.b, q.n FROM t JOIN LATERAL (SELECT count(*) AS n FROM u WHERE u.t_id = t.b) AS q ON true;


--- USING and NATURAL

-- ! id: primary key t.id
SELECT id FROM t JOIN u USING (id);

-- ! id: primary key t.id
-- ! id: primary key t.id
-- ? id: u is on the nullable side of t LEFT JOIN u
SELECT id, t.id, u.id FROM t LEFT JOIN u USING (id);

-- ! id: primary key u.id
-- ? id: t is on the nullable side of t RIGHT JOIN u
-- ! id: primary key u.id
SELECT id, t.id, u.id FROM t RIGHT JOIN u USING (id);

-- ! id: one side of FULL JOIN is there
-- ? id: t is on the nullable side of t FULL JOIN u
-- ? id: u is on the nullable side of t FULL JOIN u
SELECT id, t.id, u.id FROM t FULL JOIN u USING (id);

-- ! id: one side of FULL JOIN is there
SELECT id FROM t NATURAL FULL JOIN w;

-- ? b: every argument of COALESCE may be null
SELECT b FROM t FULL JOIN (SELECT u_id AS b FROM w) AS q USING (b);

-- ! id: one side of FULL JOIN is there
SELECT id FROM t FULL JOIN u USING (id) FULL JOIN w USING (id);

-- ! id: primary key t.id
-- ? k: w is on the nullable side of t, u LEFT JOIN w
SELECT id, w.k FROM t LEFT JOIN u USING (id) LEFT JOIN w USING (id);

-- ! id: primary key u.id
SELECT x.id FROM t FULL JOIN u USING (id) JOIN u AS x USING (id);


--- Narrowing by conditions

-- ! b: narrowed by WHERE b IS NOT NULL
SELECT b FROM t WHERE b IS NOT NULL;

-- ? b: nullable column t.b
SELECT b FROM t WHERE b IS NULL;

-- ! b: narrowed by WHERE NOT (b IS NULL)
SELECT b FROM t WHERE NOT (b IS NULL);

-- ! b: narrowed by WHERE b = 2
SELECT b FROM t WHERE b = 2;

-- ! b: narrowed by WHERE b <> 2
SELECT b FROM t WHERE b <> 2;

-- ! b: narrowed by WHERE b = $1
SELECT b FROM t WHERE b = $1;

-- ! b: narrowed by WHERE b > 1
-- ! s: narrowed by WHERE s = 'x'
SELECT b, s FROM t WHERE b > 1 AND s = 'x';

-- ~ b: nullable column t.b
-- ~ s: nullable column t.s
SELECT b, s FROM t WHERE b > 1 OR s = 'x';

-- ! b: narrowed by WHERE b > 1 OR b < 2
SELECT b FROM t WHERE b > 1 OR b < 2;

-- ! b: narrowed by WHERE (b > 1 AND a > 0) OR (b < 2 AND a > 1)
SELECT b FROM t WHERE (b > 1 AND a > 0) OR (b < 2 AND a > 1);

-- ! b: narrowed by WHERE NOT (b > 1 OR a > 1)
SELECT b FROM t WHERE NOT (b > 1 OR a > 1);

-- ? b: nullable column t.b
SELECT b FROM t WHERE NOT (b > 1 AND a > 1);

-- ! b: narrowed by WHERE b IN (1, 2)
SELECT b FROM t WHERE b IN (1, 2);

-- ! b: narrowed by WHERE b NOT IN (1, 3)
SELECT b FROM t WHERE b NOT IN (1, 3);

-- ! b: narrowed by WHERE b IN (SELECT id FROM u)
SELECT b FROM t WHERE b IN (SELECT id FROM u);

-- ? b: nullable column t.b
SELECT b FROM t WHERE b NOT IN (SELECT id FROM u);

-- ! b: narrowed by WHERE b = ANY ($1::integer[])
SELECT b FROM t WHERE b = ANY ($1::integer[]);

-- ~ b: nullable column t.b
SELECT b FROM t WHERE b <> ALL ($1::integer[]);

-- ! b: narrowed by WHERE b BETWEEN 1 AND 2
SELECT b FROM t WHERE b BETWEEN 1 AND 2;

-- ! b: narrowed by WHERE b NOT BETWEEN 1 AND 2
SELECT b FROM t WHERE b NOT BETWEEN 1 AND 2;

-- ! b: narrowed by WHERE 1 BETWEEN a AND b
SELECT b FROM t WHERE 1 BETWEEN a AND b;

-- ? b: nullable column t.b
SELECT b FROM t WHERE 1 NOT BETWEEN a AND b;

-- ! s: narrowed by WHERE s LIKE 'x%'
SELECT s FROM t WHERE s LIKE 'x%';

-- ! s: narrowed by WHERE s NOT ILIKE 'x%'
SELECT s FROM t WHERE s NOT ILIKE 'x%';

-- ! s: narrowed by WHERE s ~ 'x'
SELECT s FROM t WHERE s ~ 'x';

-- ! f: narrowed by WHERE f
SELECT f FROM t WHERE f;

-- ! f: narrowed by WHERE NOT f
SELECT f FROM t WHERE NOT f;

-- ! f: narrowed by WHERE f IS TRUE
SELECT f FROM t WHERE f IS TRUE;

-- ? f: nullable column t.f
SELECT f FROM t WHERE f IS NOT FALSE;

-- ! f: narrowed by WHERE f IS NOT UNKNOWN
SELECT f FROM t WHERE f IS NOT UNKNOWN;

-- ! b: narrowed by WHERE (b > 1) IS FALSE
SELECT b FROM t WHERE (b > 1) IS FALSE;

-- ! b: narrowed by WHERE b IS NOT DISTINCT FROM 2
SELECT b FROM t WHERE b IS NOT DISTINCT FROM 2;

-- ~ b: nullable column t.b
SELECT b FROM t WHERE b IS NOT DISTINCT FROM a;

-- ? b: nullable column t.b
SELECT b FROM t WHERE b IS DISTINCT FROM 2;

-- ! b: narrowed by WHERE b IS DISTINCT FROM NULL
SELECT b FROM t WHERE b IS DISTINCT FROM NULL;

-- ? b: nullable column t.b
SELECT b FROM t WHERE COALESCE(b, 0) = 0;

-- ~ b: nullable column t.b
SELECT b FROM t WHERE COALESCE(b, NULL) = 2;

-- ! b: narrowed by WHERE abs(b) + a > 1
-- ! a: NOT NULL column t.a
SELECT b, a FROM t WHERE abs(b) + a > 1;

-- ! b: narrowed by WHERE length(b::text) = 1
SELECT b FROM t WHERE length(b::text) = 1;

-- ? s: nullable column t.s
-- ? b: nullable column t.b
SELECT s, b FROM t WHERE concat(s, b) <> 'q';

-- ! j: narrowed by WHERE j ->> 'v' = '5'
SELECT j FROM t WHERE j ->> 'v' = '5';

-- ! j: narrowed by WHERE j -> 'v' IS NOT NULL
SELECT j FROM t WHERE j -> 'v' IS NOT NULL;

-- ! j: narrowed by WHERE j ? 'v'
SELECT j FROM t WHERE j ? 'v';

-- ! ints: narrowed by WHERE ints[1] = 1
SELECT ints FROM t WHERE ints[1] = 1;

-- ! ints: narrowed by WHERE 1 = ANY (ints)
SELECT ints FROM t WHERE 1 = ANY (ints);

-- ! b: narrowed by WHERE strict_null(b) IS NOT NULL
SELECT b FROM t WHERE strict_null(b) IS NOT NULL;

-- ? b: nullable column t.b
SELECT b FROM t WHERE plain(b) IS NULL;

-- ! b: narrowed by WHERE ROW(b, s) IS NOT NULL
SELECT b FROM t WHERE ROW(b, s) IS NOT NULL;

-- ! b: narrowed by WHERE (b, a) = (2, 1)
-- ! a: NOT NULL column t.a
SELECT b, a FROM t WHERE (b, a) = (2, 1);

-- ! b: narrowed by WHERE (a, b) IN ((1, 2), (3, 1))
-- ! a: NOT NULL column t.a
SELECT b, a FROM t WHERE (a, b) IN ((1, 2), (3, 1));

-- ! b: narrowed by WHERE (b, a) > (1, 1)
SELECT b FROM t WHERE (b, a) > (1, 1);

-- ? b: nullable column t.b
SELECT b FROM t WHERE (a, b) > (1, 1);

-- ! b: narrowed by WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.b)
SELECT b FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.b);

-- ? b: nullable column t.b
SELECT b FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.t_id = t.b);

-- ? b: nullable column t.b
SELECT b FROM t WHERE EXISTS (SELECT count(*) FROM u WHERE u.t_id = t.b);

-- ! b: narrowed by WHERE a IN (SELECT t_id FROM u WHERE u.id <> t.b)
SELECT b FROM t WHERE a IN (SELECT t_id FROM u WHERE u.id <> t.b);

-- ! b: narrowed by WHERE b = (SELECT max(t_id) FROM u)
SELECT b FROM t WHERE b = (SELECT max(t_id) FROM u);

-- ~ b: nullable column t.b
SELECT b FROM t WHERE CASE WHEN b > 1 THEN true ELSE false END;

-- ! b: narrowed by ON x.b = t.b
-- ! b: narrowed by ON x.b = t.b
SELECT t.b, x.b FROM t JOIN t AS x ON x.b = t.b;

-- ! b: narrowed by ON u.t_id = t.b
-- ! t_id: NOT NULL column u.t_id
SELECT t.b, u.t_id FROM t JOIN u ON u.t_id = t.b AND t.s = u.c;

-- ? b: nullable column t.b
SELECT t.b FROM t LEFT JOIN u ON u.t_id = t.b;

-- ! max: narrowed by HAVING max(b) > 1
SELECT max(b) FROM t GROUP BY a HAVING max(b) > 1;

-- ! b: narrowed by HAVING b > 1
SELECT b FROM t GROUP BY b HAVING b > 1;


--- Conditions that turn an outer join into an inner one

-- ! id: primary key u.id
-- ? c: nullable column u.c
SELECT u.id, u.c FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.n = 'x';

-- ! id: primary key u.id
SELECT u.id FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.c = 'x' OR u.n = 'y';

-- ? id: u is on the nullable side of t LEFT JOIN u
SELECT u.id FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.id IS NULL;

-- ! id: primary key u.id
-- ! n: NOT NULL column u.n
SELECT u.id, u.n FROM t LEFT JOIN u ON u.t_id = t.id WHERE u IS NOT NULL;

-- ! c: narrowed by ON u.c = 'x'
SELECT u.c FROM t LEFT JOIN u ON u.t_id = t.id AND u.c = 'x' WHERE u.id > 0;

-- ? c: u is on the nullable side of t LEFT JOIN u
SELECT u.c FROM t LEFT JOIN u ON u.t_id = t.id AND u.c = 'x';

-- ! b: narrowed by WHERE u.id > 0
SELECT t.b FROM t LEFT JOIN u ON u.t_id = t.b WHERE u.id > 0;

-- ! id: primary key u.id
-- ! id: primary key u.id
SELECT x.id, y.id FROM t LEFT JOIN u AS x ON x.t_id = t.id LEFT JOIN u AS y ON y.t_id = x.id WHERE y.id > 0;

-- ! id: primary key t.id
-- ? id: u is on the nullable side of t FULL JOIN u
SELECT t.id, u.id FROM t FULL JOIN u ON u.t_id = t.id WHERE t.a > 0;

-- ! id: primary key t.id
-- ! id: primary key u.id
SELECT t.id, u.id FROM t FULL JOIN u ON u.t_id = t.id WHERE t.a > 0 AND u.n > '';

-- ! id: primary key u.id
SELECT u.id FROM t LEFT JOIN u ON u.t_id = t.id JOIN w ON w.u_id = u.id;

-- ? id: u is on the nullable side of t LEFT JOIN u
SELECT u.id FROM t LEFT JOIN u ON u.t_id = t.id LEFT JOIN w ON w.u_id = u.id;

-- ! id: primary key u.id
SELECT x.id FROM t LEFT JOIN (u AS x JOIN u AS y ON y.id = x.t_id) ON x.t_id = t.id WHERE y.n = 'y';

-- ! max: NOT NULL column u.n
SELECT max(u.n) FROM t LEFT JOIN u ON u.t_id = t.id GROUP BY u.id HAVING u.id > 0;


--- Subqueries, CTEs, views

-- ! b: narrowed by WHERE b > 1
SELECT b FROM (SELECT b FROM t WHERE b > 1) AS q;

-- ! b: narrowed by WHERE b > 1
SELECT b FROM (SELECT b FROM t) AS q WHERE b > 1;

-- ! b: narrowed by WHERE b > 1
-- ! a: NOT NULL column t.a
WITH q AS (SELECT b, a FROM t WHERE b > 1) SELECT b, a FROM q;

-- ! b: narrowed by WHERE b > 1
WITH q AS (SELECT b FROM t) SELECT b FROM q WHERE b > 1;

-- ! x: COALESCE has an argument that is never null: NOT NULL column t.a
WITH q (x) AS (SELECT COALESCE(b, a) FROM t) SELECT x FROM q;

-- ! id: primary key t.id
-- ? b: nullable column t.b
-- ? n: u is on the nullable side of t LEFT JOIN u
SELECT id, b, n FROM outer_view;

-- ! n: narrowed by WHERE n > 'a'
SELECT n FROM outer_view WHERE n > 'a';

-- ! b: narrowed by WHERE b IS NOT NULL
SELECT b FROM narrow_view;

-- ? b: nullable column t.b
-- ! a: NOT NULL column t.a
INSERT INTO narrow_view (id, a, b, d) VALUES (70, 1, NULL, 1) RETURNING b, a;

-- ? b: nullable column t.b
-- ! a: NOT NULL column t.a
UPDATE narrow_view SET b = NULL RETURNING b, a;

-- ! b: narrowed by WHERE b IS NOT NULL
-- ! a: NOT NULL column t.a
DELETE FROM narrow_view RETURNING b, a;

-- ~ id: instead_view may show null after it is written to
-- ? a: instead_view may show null after it is written to
INSERT INTO instead_view (id, a) VALUES (70, 1) RETURNING id, a;

-- ! id: primary key t.id
-- ! b: narrowed by WHERE b > 0
WITH gone AS (DELETE FROM t WHERE b > 0 RETURNING id, b) SELECT id, b FROM gone;

-- ! n: no operand is ever null
WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r;

-- ? n: nullable column t.b
WITH RECURSIVE r (n) AS (SELECT 1 UNION SELECT t.b FROM t JOIN r ON t.a = r.n) SELECT n FROM r;

-- ? n: nullable column t.b
-- ? m: nullable column t.b
WITH RECURSIVE r (n, m) AS (SELECT 1, 1 UNION SELECT r.m, t.b FROM t JOIN r ON t.a = r.n) SELECT n, m FROM r;

-- ? n: the subquery may return no row
SELECT (SELECT n FROM u WHERE u.id = t.id) FROM t;

-- ! count: count is never null
SELECT (SELECT count(*) FROM u WHERE u.t_id = t.id) FROM t;

-- ? max: aggregate over no rows is null
SELECT (SELECT max(id) FROM u) FROM t;

-- ! coalesce: COALESCE has an argument that is never null: constant
SELECT (SELECT COALESCE(max(id), 0) FROM u) FROM t;

-- ? n: the subquery may return no row
SELECT (SELECT n FROM u LIMIT 1) FROM t;

-- ? count: the subquery may return no row
SELECT (SELECT count(*) FROM u LIMIT 0) FROM t;

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
SELECT (SELECT t.a), (SELECT t.b) FROM t;

-- ! b: narrowed by WHERE b > 0
SELECT (SELECT t.b) FROM t WHERE b > 0;

-- ? ?column?: the subquery may return no row
SELECT (SELECT 1 WHERE t.a > 1) FROM t;

-- ! column1: constant
-- ? d: the subquery may return no row
SELECT (VALUES (1)), (SELECT d FROM t WHERE id = 100);

-- ! exists: EXISTS is never null
-- ! ?column?: EXISTS is never null
SELECT EXISTS (SELECT 1 FROM u), NOT EXISTS (SELECT 1 FROM u) FROM t;

-- ! array: an array constructor is never null
SELECT ARRAY(SELECT b FROM t);

-- ! ?column?: no operand is ever null
-- ? ?column?: nullable column w.u_id
-- ? ?column?: nullable column t.b
SELECT a IN (SELECT t_id FROM u), a IN (SELECT u_id FROM w), b IN (SELECT t_id FROM u) FROM t;

-- ? ?column?: nullable column t.b
-- ! ?column?: no operand is ever null
SELECT (b, b) IN ((1, 2)), (a, a) IN ((1, 2)) FROM t;

-- ? ?column?: nullable column t.b
SELECT (a, b) BETWEEN (1, 1) AND (2, 2) FROM t;

-- ? ?column?: an element of the array may be null
-- ~ ?column?: an element of the array may be null
-- ? ?column?: an element of the array may be null
SELECT a = ANY (ints), a = ANY (ARRAY[1, 2]), a = ALL (ARRAY[1, NULL]) FROM t;


--- CASE, COALESCE and their kin

-- ! case: no operand is ever null
SELECT CASE WHEN b IS NOT NULL THEN b ELSE 0 END FROM t;

-- ! b: no operand is ever null
SELECT CASE WHEN b IS NULL THEN 0 ELSE b END FROM t;

-- ! case: no operand is ever null
SELECT CASE WHEN b IS NULL OR s IS NULL THEN '' ELSE b || s END FROM t;

-- ! a: no operand is ever null
SELECT CASE WHEN b > 1 THEN b WHEN s = 'x' THEN length(s) ELSE a END FROM t;

-- ? b: nullable column t.b
SELECT CASE WHEN b > 1 THEN 0 ELSE b END FROM t;

-- ! case: no operand is ever null
SELECT CASE b WHEN 2 THEN b ELSE 0 END FROM t;

-- ? case: CASE without ELSE
SELECT CASE WHEN a > 1 THEN 1 END FROM t;

-- ? case: nullable column t.b
SELECT CASE WHEN a > 1 THEN b ELSE 2 END FROM t;

-- ! n: no operand is ever null
SELECT CASE WHEN u.id IS NULL THEN '' ELSE u.n END FROM t LEFT JOIN u ON u.t_id = t.id;

-- ? case: nullable column t.b
SELECT CASE WHEN b IS NOT NULL THEN first_value(b) OVER (ORDER BY id) ELSE 0 END FROM t;

-- ! coalesce: COALESCE has an argument that is never null: NOT NULL column t.a
-- ! coalesce: COALESCE has an argument that is never null: constant
-- ? coalesce: every argument of COALESCE may be null
-- ? coalesce: every argument of COALESCE may be null
SELECT COALESCE(b, a), COALESCE(b, 0), COALESCE(b, NULL), COALESCE(s, b::text) FROM t;

-- ! coalesce: COALESCE has an argument that is never null: constant
SELECT COALESCE(sum(b), 0) FROM t;

-- ? nullif: NULLIF gives null for equal values
-- ? nullif: NULLIF gives null for equal values
SELECT NULLIF(a, 1), NULLIF(b, a) FROM t;

-- ! greatest: GREATEST has an argument that is never null: NOT NULL column t.a
-- ! least: LEAST has an argument that is never null: constant
-- ? greatest: every argument of GREATEST may be null
SELECT GREATEST(a, b), LEAST(b, 1), GREATEST(b, b) FROM t;


--- Operators and functions

-- ! ?column?: no operand is ever null
-- ? ?column?: nullable column t.b
-- ! ?column?: NOT NULL column t.a
-- ! ?column?: no operand is ever null
-- ! ?column?: no operand is ever null
-- ? ?column?: nullable column t.b
SELECT a + 1, b + 1, -a, a / 2, a > 1, b > 1 FROM t;

-- ! ?column?: a test is true or false
-- ! ?column?: a test is true or false
-- ! ?column?: a test is true or false
-- ! ?column?: a test is true or false
SELECT b IS NULL, b IS NOT DISTINCT FROM 1, f IS TRUE, f IS UNKNOWN FROM t;

-- ? ?column?: nullable column t.b
-- ! ?column?: no operand is ever null
-- ? ?column?: nullable column t.f
SELECT a > 1 AND b > 1, a > 1 OR a < 0, NOT f FROM t;

-- ! ?column?: no operand is ever null
-- ! ?column?: no operand is ever null
-- ? ?column?: nullable column t.b
SELECT b IS NOT NULL AND b > 1, b IS NULL OR b > 1, b IS NULL AND b > 1 FROM t;

-- ? ?column?: nullable column t.s
-- ! concat: concat is never null
-- ~ concat_ws: nullable column t.s
-- ? concat_ws: nullable column t.s
-- ~ format: nullable column t.s
SELECT s || 'x', concat(s, 'x'), concat_ws(',', s, b), concat_ws(s, 'a', 'b'), format('%s', s) FROM t;

-- ! upper: NOT NULL column u.n
-- ! length: NOT NULL column u.n
-- ! substring: no operand is ever null
-- ! replace: no operand is ever null
-- ! split_part: no operand is ever null
SELECT upper(n), length(n), substring(n FROM 1 FOR 2), replace(n, 'x', 'y'), split_part(n, 'x', 1) FROM u;

-- ? substring: substring may return null
-- ? regexp_match: regexp_match may return null
-- ! regexp_replace: no operand is ever null
SELECT substring(n FROM 'z'), regexp_match(n, 'z'), regexp_replace(n, 'x', 'y') FROM u;

-- ? at: the cast of timestamp with time zone to time without time zone makes null of some values
-- ! at: NOT NULL column u.at
-- ! date_trunc: no operand is ever null
-- ! extract: no operand is ever null
-- ? extract: extract may return null
-- ? to_char: to_char may return null
SELECT at::time, at::date, date_trunc('day', at), extract(year FROM at), extract(month FROM at), to_char(at, 'YYYY') FROM u;

-- ! now: now is never null
-- ! current_date: CURRENT_DATE is never null
-- ! current_user: CURRENT_USER is never null
-- ~ current_schema: may be unset
-- ! gen_random_uuid: gen_random_uuid is never null
-- ! random: never null
SELECT now(), current_date, current_user, current_schema, gen_random_uuid(), random();

-- ? ?column?: operator -> may return null
-- ? ?column?: operator ->> may return null
-- ? j: the key may be missing
-- ? ?column?: nullable column t.j
-- ? jsonb_typeof: nullable column t.j
SELECT j -> 'k', j ->> 'k', j['v'], j @> '{}', jsonb_typeof(j) FROM t;

-- ~ ?column?: operator -> may return null
-- ? int4: the cast of jsonb to integer makes null of some values
-- ! text: constant
SELECT '{"a": 1}'::jsonb -> 'a', ('null'::jsonb)::integer, ('null'::jsonb)::text;

-- ? ints: the subscript may be out of range
-- ? ints: nullable column t.ints
-- ? cardinality: nullable column t.ints
-- ? array_length: array_length may return null
-- ! array: an array constructor is never null
-- ? array: the subscript may be out of range
SELECT ints[1], ints[1:2], cardinality(ints), array_length(ints, 1), ARRAY[b], (ARRAY[b])[1] FROM t;

-- ~ array_length: array_length may return null
-- ? array_position: array_position may return null
-- ! array_to_string: no operand is ever null
SELECT array_length(ARRAY[a], 1), array_position(ARRAY[a], 5), array_to_string(ARRAY[a], ',') FROM t;

-- ? b: nullable column t.b
-- ! a: NOT NULL column t.a
-- ! a: a cast to the NOT NULL domain positive refuses null
-- ! d: NOT NULL domain of t.d
SELECT b::text, a::text, a::positive, d::positive FROM t;

-- ? d: t is on the nullable side of u LEFT JOIN t
SELECT t.d::positive FROM u LEFT JOIN t ON t.id = u.t_id;

-- ? b: nullable column t.b
-- ? m: nullable column t.m
SELECT b::text::maybe_text, m::text FROM t;

-- ? lower: lower may return null
-- ~ lower: lower may return null
-- ! isempty: int4range is never null
SELECT lower(int4range(a, a)), lower(int4range(a, NULL)), isempty(int4range(a, a)) FROM t;

-- ? strict_null: strict_null may return null
-- ? plain: plain may return null
SELECT strict_null(a), plain(a) FROM t;

-- ! to_jsonb: NOT NULL column t.a
-- ? to_jsonb: nullable column t.b
-- ! jsonb_build_object: jsonb_build_object is never null
-- ! row_to_json: a whole row
SELECT to_jsonb(a), to_jsonb(b), jsonb_build_object('b', b), row_to_json(t) FROM t;

-- ! row: a row constructor is never null
-- ? f1: a stored row may hold null in any field
SELECT ROW(b, a), (ROW(b, a)).f1 FROM t;


--- Aggregates

-- ! count: count is never null
-- ! count: count is never null
-- ! count: count is never null
SELECT count(*), count(b), count(b) FILTER (WHERE a > 1) FROM t;

-- ? sum: aggregate over no rows is null
-- ? max: aggregate over no rows is null
-- ? min: aggregate over no rows is null
-- ? avg: aggregate over no rows is null
-- ? array_agg: aggregate over no rows is null
-- ? string_agg: aggregate over no rows is null
SELECT sum(a), max(a), min(b), avg(a), array_agg(a), string_agg(s, ',') FROM t;

-- ! a: NOT NULL column t.a
-- ! sum: NOT NULL column t.a
-- ? max: nullable column t.b
-- ~ array_agg: nullable column t.b
-- ~ string_agg: nullable column t.s
SELECT a, sum(a), max(b), array_agg(b), string_agg(s, ',') FROM t GROUP BY a;

-- ! bool_and: no operand is ever null
-- ? bool_or: nullable column t.f
-- ~ jsonb_agg: nullable column t.b
-- ~ json_object_agg: nullable column t.b
-- ! every: no operand is ever null
SELECT bool_and(a > 0), bool_or(f), jsonb_agg(b), json_object_agg(id, b), every(a > 0) FROM t GROUP BY a;

-- ? stddev: stddev may return null
-- ! var_pop: NOT NULL column t.a
-- ? corr: corr may return null
SELECT stddev(a), var_pop(a), corr(a, b) FROM t GROUP BY id;

-- ? sum: FILTER may leave no row
SELECT sum(a) FILTER (WHERE b > 1) FROM t GROUP BY a;

-- ! max: narrowed by WHERE b > 0
SELECT max(b) FROM t WHERE b > 0 GROUP BY a;

-- ! max: narrowed by HAVING max(b) > 0
SELECT max(b) FROM t HAVING max(b) > 0;

-- ! max: NOT NULL column t.a
-- ~ max: nullable column t.b
SELECT max(a), max(b) FROM t HAVING count(*) > 0;

-- ? max: aggregate over no rows is null
SELECT max(a) FROM t HAVING count(*) >= 0;

-- ! max: no operand is ever null
SELECT max(x) FROM (VALUES (1), (2)) AS v (x);

-- ! max: constant
SELECT max(5);

-- ! percentile_cont: no operand is ever null
-- ? mode: nullable column t.b
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a), mode() WITHIN GROUP (ORDER BY b) FROM t GROUP BY a;

-- ! rank: rank is never null
SELECT rank(5) WITHIN GROUP (ORDER BY a) FROM t;

-- ? b: nullable column t.b
-- ! max: NOT NULL column t.a
SELECT b, max(a) FROM t GROUP BY b;

-- ! id: primary key t.id
-- ? b: nullable column t.b
-- ! count: count is never null
SELECT t.id, t.b, count(*) FROM t JOIN u ON u.t_id = t.id GROUP BY t.id;

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
SELECT DISTINCT a, b FROM t;

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
SELECT DISTINCT ON (a) a, b FROM t ORDER BY a;


--- Grouping sets

-- ? a: GROUPING SETS leave the key out of some rows
-- ? sum: aggregate over no rows is null
SELECT a, sum(a) FROM t GROUP BY ROLLUP (a);

-- ? a: GROUPING SETS leave the key out of some rows
-- ? b: GROUPING SETS leave the key out of some rows
-- ! count: count is never null
SELECT a, b, count(*) FROM t GROUP BY CUBE (a, b);

-- ! a: NOT NULL column t.a
-- ? id: GROUPING SETS leave the key out of some rows
-- ! max: NOT NULL column t.a
SELECT a, id, max(a) FROM t GROUP BY a, ROLLUP (id);

-- ? a: GROUPING SETS leave the key out of some rows
-- ? id: GROUPING SETS leave the key out of some rows
-- ! max: NOT NULL column t.a
SELECT a, id, max(a) FROM t GROUP BY GROUPING SETS ((a), (id));

-- ! a: NOT NULL column t.a
-- ? id: GROUPING SETS leave the key out of some rows
-- ! max: NOT NULL column t.a
SELECT a, id, max(a) FROM t GROUP BY GROUPING SETS ((a, id), (a));

-- ? a: GROUPING SETS leave the key out of some rows
-- ? max: aggregate over no rows is null
-- ! grouping: grouping is never null
SELECT a, max(a), grouping(a) FROM t GROUP BY GROUPING SETS ((a), ());

-- ? coalesce: GROUPING SETS leave the key out of some rows
-- ! coalesce: COALESCE has an argument that is never null: NOT NULL column t.a
-- ! count: count is never null
SELECT COALESCE(b, 0), COALESCE(a, 0), count(*) FROM t GROUP BY a, ROLLUP (COALESCE(b, 0));

-- ? ?column?: GROUPING SETS leave the key out of some rows
-- ? max: aggregate over no rows is null
SELECT a + 1, max(a) FROM t GROUP BY ROLLUP (a);

-- ? max: aggregate over no rows is null
SELECT max(a) FROM t GROUP BY ();

-- ? id: GROUPING SETS leave the key out of some rows
SELECT id FROM t LEFT JOIN u USING (id) GROUP BY ROLLUP (id);

-- ? t: GROUPING SETS leave the key out of some rows
SELECT t FROM t GROUP BY ROLLUP (t);


--- Window functions

-- ! row_number: row_number is never null
-- ! rank: rank is never null
-- ! ntile: constant
-- ! percent_rank: percent_rank is never null
SELECT row_number() OVER (), rank() OVER (ORDER BY b), ntile(2) OVER (ORDER BY a), percent_rank() OVER (ORDER BY a) FROM t;

-- ? lag: lag without a default is null where there is no such row
-- ? lag: lag without a default is null where there is no such row
-- ! lag: no operand is ever null
-- ? lead: nullable column t.b
SELECT lag(a) OVER (ORDER BY id), lag(a, 1) OVER (ORDER BY id), lag(a, 1, 0) OVER (ORDER BY id), lead(b, 1, 0) OVER (ORDER BY id) FROM t;

-- ! first_value: NOT NULL column t.a
-- ? last_value: nullable column t.b
-- ? nth_value: nth_value may return null
SELECT first_value(a) OVER (ORDER BY id), last_value(b) OVER (ORDER BY id), nth_value(a, 2) OVER (ORDER BY id) FROM t;

-- ! sum: NOT NULL column t.a
-- ? sum: nullable column t.b
-- ! count: count is never null
SELECT sum(a) OVER (ORDER BY id), sum(b) OVER (ORDER BY id), count(b) OVER () FROM t;

-- ! sum: NOT NULL column t.a
SELECT sum(a) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t;

-- ? sum: the window frame may be empty
SELECT sum(a) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM t;

-- ? sum: the window frame may be empty
SELECT sum(a) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) FROM t;

-- ~ first_value: the window frame may be empty
SELECT first_value(a) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM t;

-- ? max: the window frame may be empty
SELECT max(a) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP) FROM t;

-- ! max: NOT NULL column t.a
SELECT max(a) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM t;

-- ? sum: the window frame may be empty
-- ? first_value: the window frame may be empty
SELECT sum(a) OVER w, first_value(a) OVER w FROM t WINDOW w AS (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING);

-- ! sum: NOT NULL column t.a
SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b ORDER BY id);

-- ? sum: FILTER may leave no row
SELECT sum(a) FILTER (WHERE b > 1) OVER (ORDER BY id) FROM t;

-- ! a: NOT NULL column t.a
-- ! sum: count is never null
SELECT a, sum(count(*)) OVER (ORDER BY a) FROM t GROUP BY a;


--- Set operations and VALUES

-- ? a: nullable column t.b
SELECT a FROM t UNION SELECT b FROM t;

-- ! a: no operand is ever null
SELECT a FROM t UNION ALL SELECT id FROM u;

-- ! b: NOT NULL column t.a
SELECT b FROM t INTERSECT SELECT a FROM t;

-- ? b: nullable column t.b
SELECT b FROM t EXCEPT SELECT a FROM t;

-- ! a: NOT NULL column t.a
SELECT a FROM t EXCEPT SELECT b FROM t;

-- ! ?column?: no operand is ever null
-- ? ?column?: NULL
SELECT 1, NULL UNION ALL SELECT 2, 'x';

-- ! column1: no operand is ever null
-- ? column2: NULL
VALUES (1, 'a'), (2, NULL);

-- ! x: no operand is ever null
-- ? y: NULL
SELECT x, y FROM (VALUES (1, 'a'), (2, NULL)) AS v (x, y);


--- Functions in FROM and sets in the select list

-- ! g: a row of the function
SELECT g FROM generate_series(1, 3) AS g;

-- ! g: a row of the function
-- ! o: row number
SELECT g, o FROM generate_series(1, 3) WITH ORDINALITY AS g (g, o);

-- ? x: may be null
SELECT x FROM t, unnest(ints) AS x;

-- ? x: may be null
-- ! o: row number
SELECT x, o FROM t, unnest(ints) WITH ORDINALITY AS q (x, o);

-- ! id: primary key t.id
-- ? x: x is on the nullable side of t LEFT JOIN x
SELECT t.id, x FROM t LEFT JOIN LATERAL unnest(ints) AS x ON true;

-- ? a: a shorter list is filled up with NULL
-- ~ b: a shorter list is filled up with NULL
SELECT a, b FROM ROWS FROM (generate_series(1, 2), generate_series(1, 3)) AS r (a, b);

-- ? generate_series: a shorter set is filled up with NULL
-- ~ generate_series: a shorter set is filled up with NULL
SELECT generate_series(1, 2), generate_series(1, 3);

-- ! generate_series: generate_series returns no row for NULL
SELECT generate_series(1, b) FROM t;

-- ? unnest: unnest may return null
SELECT unnest(ints) FROM t;

-- ! key: a row of the function
-- ! value: a row of the function
SELECT key, value FROM t, jsonb_each(CASE WHEN jsonb_typeof(j) = 'object' THEN j ELSE '{}' END);

-- ~ key: may be null
-- ? value: may be null
SELECT key, value FROM t, jsonb_each_text(CASE WHEN jsonb_typeof(j) = 'object' THEN j ELSE '{}' END);

-- ? a: column of a record
-- ? b: column of a record
SELECT * FROM jsonb_to_record('{"a": null}') AS r (a integer, b text);

-- ! word: a row of the function
SELECT word FROM regexp_split_to_table('a b', ' ') AS word;


--- Changes

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ~ b: nullable column t.b
-- ~ doubled: nullable column t.doubled
-- ! d: NOT NULL domain of t.d
INSERT INTO t (id, a, b, d) VALUES (50, 2, 3, 1) RETURNING id, a, b, doubled, d;

-- ! id: primary key t.id
-- ? b: nullable column t.b
-- ? a: old is absent without a conflict
-- ! a: NOT NULL column t.a
INSERT INTO t (id, a, d) VALUES (1, 2, 1) ON CONFLICT (id) DO UPDATE SET b = excluded.b RETURNING id, b, old.a, new.a;

-- ! id: primary key u.id
-- ! n: NOT NULL column u.n
-- ? c: nullable column u.c
INSERT INTO u (t_id, n, at) SELECT id, 'q', now() FROM t RETURNING id, n, c;

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
UPDATE t SET a = 2 RETURNING a, b, old.a, new.b;

-- ? b: nullable column t.b
-- ! b: narrowed by WHERE b > 1
-- ! a: NOT NULL column t.a
UPDATE t SET b = $1 WHERE b > 1 RETURNING b, old.b, old.a;

-- ~ b: nullable column t.b
-- ! c: narrowed by WHERE u.c = 'x'
UPDATE t SET b = u.t_id FROM u WHERE u.t_id = t.id AND u.c = 'x' RETURNING t.b, u.c;

-- ! n: NOT NULL column u.n
-- ? k: w is on the nullable side of u LEFT JOIN w
UPDATE t SET b = 1 FROM u LEFT JOIN w ON w.u_id = u.id WHERE u.t_id = t.id RETURNING u.n, w.k;

-- ! b: narrowed by WHERE b > 1
-- ! b: narrowed by WHERE b > 1
-- ? b: new is absent after DELETE
DELETE FROM t WHERE b > 1 RETURNING b, old.b, new.b;

-- ! b: narrowed by WHERE u.t_id = t.b
-- ? c: nullable column u.c
DELETE FROM t USING u WHERE u.t_id = t.b RETURNING t.b, u.c;

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ! n: NOT NULL column u.n
-- ! a: NOT NULL column t.a
MERGE INTO t USING u ON t.id = u.t_id AND u.c = 'x' WHEN MATCHED THEN UPDATE SET a = 5 RETURNING t.a, t.b, u.n, old.a;

-- ! a: NOT NULL column t.a
-- ? a: old is absent for INSERT
-- ! a: NOT NULL column t.a
MERGE INTO t USING u ON t.id = u.t_id WHEN NOT MATCHED THEN INSERT (id, a, d) VALUES (u.t_id + 100 * u.id, 1, 1) RETURNING t.a, old.a, new.a;

-- ! id: primary key t.id
-- ! b: narrowed by WHERE b = 2
SELECT id, b FROM t WHERE b = 2 FOR UPDATE SKIP LOCKED;
