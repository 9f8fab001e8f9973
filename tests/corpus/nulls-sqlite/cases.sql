-- What may be NULL on SQLite, column by column: ! never, ? in some of the rows tried, ~ by the rules alone.

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ? s: nullable column t.s
-- ? doubled: nullable column t.doubled
-- ! kept: NOT NULL column t.kept
-- ! id: system column
-- ! id: system column
-- ! id: system column
SELECT id, a, b, s, doubled, kept, rowid, oid, _rowid_ FROM t;

-- ? k: nullable column text_key.k
-- ? v: nullable column text_key.v
-- ! rowid: system column
SELECT k, v, rowid FROM text_key;

-- ? k: nullable column int_key.k
-- ! rowid: system column
SELECT k, rowid FROM int_key;

-- ? k: nullable column pair_key.k
-- ? l: nullable column pair_key.l
SELECT k, l FROM pair_key;

-- ! k: primary key without_rowid.k
-- ? v: nullable column without_rowid.v
SELECT k, v FROM without_rowid;

-- ! k: primary key strict_key.k
-- ? v: nullable column strict_key.v
SELECT k, v FROM strict_key;

-- ? k: nullable column desc_key.k
-- ! rowid: system column
SELECT k, rowid FROM desc_key;

-- ? x: nullable column uniq.x
-- ? y: nullable column uniq.y
SELECT x, y FROM uniq;

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ? n: u is on the nullable side of t LEFT JOIN u
SELECT id, a, b, n FROM v;

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
SELECT id, a FROM w;

-- ! id: NOT NULL column box.id
-- ! x0: NOT NULL column box.x0
SELECT id, x0 FROM box;

-- ! id: primary key t.id
-- ? id: u is on the nullable side of t LEFT JOIN u
-- ? n: u is on the nullable side of t LEFT JOIN u
-- ? id: u is on the nullable side of t LEFT JOIN u
SELECT t.id, u.id, u.n, u.rowid FROM t LEFT JOIN u ON u.t_id = t.id;

-- ? id: t is on the nullable side of t RIGHT JOIN u
-- ? id: t is on the nullable side of t RIGHT JOIN u
-- ! n: NOT NULL column u.n
SELECT t.id, t.rowid, u.n FROM t RIGHT JOIN u ON u.t_id = t.id;

-- ? a: t is on the nullable side of t FULL JOIN u
-- ? n: u is on the nullable side of t FULL JOIN u
SELECT t.a, u.n FROM t FULL JOIN u ON u.t_id = t.id;

-- ! a: NOT NULL column t.a
-- ! n: NOT NULL column u.n
SELECT t.a, u.n FROM t JOIN u ON u.t_id = t.id;

-- ! a: NOT NULL column t.a
-- ! n: NOT NULL column u.n
SELECT t.a, u.n FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.c = 'c';

-- ! n: NOT NULL column u.n
SELECT u.n FROM t LEFT JOIN u ON u.t_id = t.id WHERE u.id IS NOT NULL;

-- ? n: u is on the nullable side of t LEFT JOIN u
SELECT u.n FROM t LEFT JOIN u ON u.t_id = t.id WHERE coalesce(u.n, 'z') <> '';

-- ! id: primary key t.id
SELECT id FROM t NATURAL LEFT JOIN u;

-- ! id: one side of FULL JOIN is there
SELECT id FROM t FULL JOIN u USING (id);

-- ! id: primary key t.id
-- ? n: u is on the nullable side of t LEFT JOIN u
SELECT id, u.n FROM t LEFT JOIN u USING (id);

-- ! id: primary key u.id
-- ~ a: t is on the nullable side of t RIGHT JOIN u
SELECT id, t.a FROM t RIGHT JOIN u USING (id);

-- ! b: narrowed by WHERE b IS NOT NULL
SELECT b FROM t WHERE b IS NOT NULL;

-- ! b: narrowed by WHERE b NOTNULL
SELECT b FROM t WHERE b NOTNULL;

-- ! b: narrowed by WHERE b = 1
SELECT b FROM t WHERE b = 1;

-- ! b: narrowed by WHERE b <> 1
SELECT b FROM t WHERE b <> 1;

-- ! b: narrowed by WHERE b > 0 OR b < 0
SELECT b FROM t WHERE b > 0 OR b < 0;

-- ~ b: nullable column t.b
SELECT b FROM t WHERE b > 0 OR a > 0;

-- ! b: narrowed by WHERE b IN (0, 1)
SELECT b FROM t WHERE b IN (0, 1);

-- ! b: narrowed by WHERE b BETWEEN 0 AND 5
SELECT b FROM t WHERE b BETWEEN 0 AND 5;

-- ! b: narrowed by WHERE NOT b IS NULL
SELECT b FROM t WHERE NOT b IS NULL;

-- ! b: narrowed by WHERE b IS 1
SELECT b FROM t WHERE b IS 1;

-- ? b: nullable column t.b
SELECT b FROM t WHERE b IS NOT 1;

-- ? b: nullable column t.b
SELECT b FROM t WHERE b IS DISTINCT FROM 1;

-- ! b: narrowed by WHERE b IS NOT DISTINCT FROM 1
SELECT b FROM t WHERE b IS NOT DISTINCT FROM 1;

-- ! s: narrowed by WHERE s LIKE 'x%'
SELECT s FROM t WHERE s LIKE 'x%';

-- ! s: narrowed by WHERE s GLOB '*'
SELECT s FROM t WHERE s GLOB '*';

-- ! s: narrowed by WHERE length(s) > 0
SELECT s FROM t WHERE length(s) > 0;

-- ! b: narrowed by WHERE b
SELECT b FROM t WHERE b;

-- ! b: narrowed by WHERE NOT b
SELECT b FROM t WHERE NOT b;

-- ! b: narrowed by WHERE b IS TRUE
SELECT b FROM t WHERE b IS TRUE;

-- ? b: nullable column t.b
SELECT b FROM t WHERE b IS NOT TRUE;

-- ! k: narrowed by WHERE k > 0
SELECT b AS k FROM t WHERE k > 0;

-- ! b: narrowed by WHERE (b, s) = (1, 'x')
-- ! s: narrowed by WHERE (b, s) = (1, 'x')
SELECT b, s FROM t WHERE (b, s) = (1, 'x');

-- ! b: narrowed by WHERE b IN (SELECT t_id FROM u)
SELECT b FROM t WHERE b IN (SELECT t_id FROM u);

-- ? a + b: nullable column t.b
-- ! a + 1: no operand is ever null
-- ? a / b: operator / may return null
-- ! a / 2: no operand is ever null
-- ? a % b: operator % may return null
-- ! a % 2: no operand is ever null
-- ? a / 0: operator / may return null
-- ! -a: NOT NULL column t.a
-- ? -b: nullable column t.b
SELECT a + b, a + 1, a / b, a / 2, a % b, a % 2, a / 0, -a, -b FROM t;

-- ? a || s: nullable column t.s
-- ! a || 'x': no operand is ever null
-- ? s || 'y': nullable column t.s
SELECT a || s, a || 'x', s || 'y' FROM t;

-- ! a = 1: no operand is ever null
-- ? b = 1: nullable column t.b
-- ? a = b: nullable column t.b
-- ! a IS b: IS DISTINCT FROM is true or false
-- ! b IS NULL: a test is true or false
-- ~ a AND b: nullable column t.b
-- ~ b OR 1: nullable column t.b
-- ? NOT b: nullable column t.b
SELECT a = 1, b = 1, a = b, a IS b, b IS NULL, a AND b, b OR 1, NOT b FROM t;

-- ! a LIKE 'x': no operand is ever null
-- ? s LIKE 'x': nullable column t.s
-- ? s NOT LIKE 'x': nullable column t.s
-- ? s GLOB 'x': nullable column t.s
SELECT a LIKE 'x', s LIKE 'x', s NOT LIKE 'x', s GLOB 'x' FROM t;

-- ? b IN (1, 2): nullable column t.b
-- ? a IN (1, NULL): NULL
-- ? a IN (SELECT b FROM t): nullable column t.b
-- ! a NOT IN (1, 2): no operand is ever null
-- ! b IN (): no operand is ever null
SELECT b IN (1, 2), a IN (1, NULL), a IN (SELECT b FROM t), a NOT IN (1, 2), b IN () FROM t;

-- ! a BETWEEN 1 AND 2: no operand is ever null
-- ? b BETWEEN 1 AND 2: nullable column t.b
-- ? a BETWEEN b AND 3: nullable column t.b
SELECT a BETWEEN 1 AND 2, b BETWEEN 1 AND 2, a BETWEEN b AND 3 FROM t;

-- ! coalesce(b, 0): COALESCE has an argument that is never null: constant
-- ? coalesce(b, s): every argument of COALESCE may be null
-- ! coalesce(b, a): COALESCE has an argument that is never null: NOT NULL column t.a
-- ! ifnull(s, 'x'): COALESCE has an argument that is never null: constant
-- ? ifnull(b, NULL): every argument of COALESCE may be null
SELECT coalesce(b, 0), coalesce(b, s), coalesce(b, a), ifnull(s, 'x'), ifnull(b, NULL) FROM t;

-- ? nullif(a, 10): NULLIF gives null for equal values
-- ? nullif(b, 1): NULLIF gives null for equal values
-- ~ nullif('x', 'y'): NULLIF gives null for equal values
SELECT nullif(a, 10), nullif(b, 1), nullif('x', 'y') FROM t;

-- ? CASE WHEN a > 5 THEN 1 END: CASE without ELSE
-- ! CASE WHEN a > 5 THEN 1 ELSE 2 END: no operand is ever null
-- ? CASE WHEN b THEN a ELSE b END: nullable column t.b
-- ! CASE a WHEN 10 THEN 'x' ELSE 'y' END: no operand is ever null
SELECT CASE WHEN a > 5 THEN 1 END, CASE WHEN a > 5 THEN 1 ELSE 2 END, CASE WHEN b THEN a ELSE b END, CASE a WHEN 10 THEN 'x' ELSE 'y' END FROM t;

-- ! CASE WHEN b IS NOT NULL THEN b ELSE 0 END: no operand is ever null
-- ! CASE WHEN b IS NULL THEN 0 ELSE b END: no operand is ever null
-- ! iif(b IS NULL, 0, b): no operand is ever null
-- ~ iif(a, b, 1): nullable column t.b
SELECT CASE WHEN b IS NOT NULL THEN b ELSE 0 END, CASE WHEN b IS NULL THEN 0 ELSE b END, iif(b IS NULL, 0, b), iif(a, b, 1) FROM t;

-- ! CAST(a AS TEXT): NOT NULL column t.a
-- ? CAST(b AS TEXT): nullable column t.b
-- ! CAST('x' AS INTEGER): constant
-- ? CAST(s AS REAL): nullable column t.s
SELECT CAST(a AS TEXT), CAST(b AS TEXT), CAST('x' AS INTEGER), CAST(s AS REAL) FROM t;

-- ! max(a, 1): no operand is ever null
-- ? max(a, b): nullable column t.b
-- ! min(1, 2): no operand is ever null
SELECT max(a, 1), max(a, b), min(1, 2) FROM t;

-- ! abs(a): NOT NULL column t.a
-- ? abs(b): nullable column t.b
-- ! round(a): NOT NULL column t.a
-- ? length(s): nullable column t.s
-- ! length('x'): constant
-- ! upper(a): NOT NULL column t.a
-- ? trim(s): nullable column t.s
-- ! hex(s): hex is never null
-- ! quote(s): quote is never null
-- ! typeof(s): typeof is never null
-- ? unicode(s): unicode may return null
-- ? instr(s, 'x'): nullable column t.s
-- ! instr('x', 'x'): no operand is ever null
SELECT abs(a), abs(b), round(a), length(s), length('x'), upper(a), trim(s), hex(s), quote(s), typeof(s), unicode(s), instr(s, 'x'), instr('x', 'x') FROM t;

-- ? substr(s, 1): nullable column t.s
-- ! substr('x', 1): no operand is ever null
-- ? replace(s, 'a', 'b'): nullable column t.s
-- ! replace('a', 'b', 'c'): no operand is ever null
-- ! char(65): char is never null
-- ! zeroblob(1): zeroblob is never null
-- ! random(): random is never null
SELECT substr(s, 1), substr('x', 1), replace(s, 'a', 'b'), replace('a', 'b', 'c'), char(65), zeroblob(1), random() FROM t;

-- ! printf('%d', b): printf is never null
-- ? printf(s): printf may return null
-- ! printf('x%sx', s): printf is never null
-- ! format('%s', NULL): format is never null
-- ? printf(''): printf may return null
SELECT printf('%d', b), printf(s), printf('x%sx', s), format('%s', NULL), printf('') FROM t;

-- ? sqrt(a - 5): sqrt may return null
-- ? ln(a): ln may return null
-- ~ pow(a, 2): pow may return null
-- ? sign(s): sign may return null
-- ! ceil(a): NOT NULL column t.a
-- ? floor(b): nullable column t.b
SELECT sqrt(a - 5), ln(a), pow(a, 2), sign(s), ceil(a), floor(b) FROM t;

-- ? date(day): date may return null
-- ! date('now'): date is never null
-- ! date(): date is never null
-- ? datetime('garbage'): datetime may return null
-- ? strftime('%Y', day): strftime may return null
-- ! strftime('%Y', 'now'): strftime is never null
-- ? julianday(day): julianday may return null
-- ! unixepoch('now'): unixepoch is never null
-- ! CURRENT_DATE: CURRENT_DATE is never null
SELECT date(day), date('now'), date(), datetime('garbage'), strftime('%Y', day), strftime('%Y', 'now'), julianday(day), unixepoch('now'), CURRENT_DATE FROM docs;

-- ? json_extract(body, '$.a'): json_extract may return null
-- ? body -> 'a': operator -> may return null
-- ? body ->> 'b': operator ->> may return null
-- ! json_type(body): NOT NULL column docs.body
-- ? json_type(body, '$.a'): json_type may return null
-- ! json_array_length(body): NOT NULL column docs.body
-- ? json_array_length(body, '$.c'): json_array_length may return null
-- ! json_valid(body): NOT NULL column docs.body
SELECT json_extract(body, '$.a'), body -> 'a', body ->> 'b', json_type(body), json_type(body, '$.a'), json_array_length(body), json_array_length(body, '$.c'), json_valid(body) FROM docs;

-- ! json(body): NOT NULL column docs.body
-- ! json_object('a', body): json_object is never null
-- ! json_array(NULL): json_array is never null
-- ! json_quote(NULL): json_quote is never null
-- ~ json_set(body, '$.x', NULL): NULL
-- ~ json_remove(body, '$.a'): json_remove may return null
-- ~ json_patch(body, '{}'): json_patch may return null
SELECT json(body), json_object('a', body), json_array(NULL), json_quote(NULL), json_set(body, '$.x', NULL), json_remove(body, '$.a'), json_patch(body, '{}') FROM docs;

-- ~ key: nullable column json_each.key
-- ? value: nullable column json_each.value
-- ! type: NOT NULL column json_each.type
-- ? atom: nullable column json_each.atom
-- ! id: NOT NULL column json_each.id
-- ? parent: nullable column json_each.parent
-- ! fullkey: NOT NULL column json_each.fullkey
-- ! path: NOT NULL column json_each.path
SELECT j.key, j.value, j.type, j.atom, j.id, j.parent, j.fullkey, j.path FROM docs, json_each(docs.body) AS j;

-- ? key: nullable column json_tree.key
-- ? value: nullable column json_tree.value
-- ! type: NOT NULL column json_tree.type
-- ? parent: nullable column json_tree.parent
SELECT j.key, j.value, j.type, j.parent FROM docs, json_tree(docs.body) AS j;

-- ! id: primary key docs.id
-- ? type: j is on the nullable side of d LEFT JOIN j
SELECT d.id, j.type FROM docs d LEFT JOIN json_each(d.body) j ON j.key = 'a';

-- ! count(*): count is never null
-- ! count(b): count is never null
-- ? sum(a): aggregate over no rows is null
-- ? sum(b): aggregate over no rows is null
-- ? avg(a): aggregate over no rows is null
-- ! total(b): total is never null
-- ? min(a): aggregate over no rows is null
-- ? max(b): aggregate over no rows is null
-- ? group_concat(a): aggregate over no rows is null
-- ? group_concat(s): aggregate over no rows is null
SELECT count(*), count(b), sum(a), sum(b), avg(a), total(b), min(a), max(b), group_concat(a), group_concat(s) FROM t;

-- ? b: nullable column t.b
-- ! count(*): count is never null
-- ! sum(a): NOT NULL column t.a
-- ? sum(b): nullable column t.b
-- ! avg(a): NOT NULL column t.a
-- ! max(a): NOT NULL column t.a
-- ? max(b): nullable column t.b
-- ! total(b): total is never null
-- ! group_concat(a): NOT NULL column t.a
SELECT b, count(*), sum(a), sum(b), avg(a), max(a), max(b), total(b), group_concat(a) FROM t GROUP BY b;

-- ! sum(a): NOT NULL column t.a
SELECT sum(a) FROM t HAVING count(*) > 0;

-- ? sum(a) FILTER (WHERE a > 5): FILTER may leave no row
-- ! count(*) FILTER (WHERE b): count is never null
-- ! sum(a): NOT NULL column t.a
SELECT sum(a) FILTER (WHERE a > 5), count(*) FILTER (WHERE b), sum(a) FROM t GROUP BY id;

-- ! count(*): count is never null
-- ? a: there may be no row to take the value from
-- ? id: there may be no row to take the value from
SELECT count(*), a, id FROM t;

-- ? max(a): aggregate over no rows is null
-- ? id: there may be no row to take the value from
-- ? b: there may be no row to take the value from
SELECT max(a), id, b FROM t;

-- ! a: NOT NULL column t.a
-- ? max(b): nullable column t.b
SELECT a, max(b) FROM t GROUP BY a;

-- ! json_group_array(a): json_group_array is never null
-- ! json_group_object(a, b): json_group_object is never null
SELECT json_group_array(a), json_group_object(a, b) FROM t;

-- ~ (SELECT a FROM t LIMIT 1): the subquery may return no row
-- ! (SELECT count(*) FROM t): count is never null
-- ~ (SELECT max(a) FROM t): aggregate over no rows is null
-- ! (SELECT 1): constant
-- ? (SELECT NULL): NULL
SELECT (SELECT a FROM t LIMIT 1), (SELECT count(*) FROM t), (SELECT max(a) FROM t), (SELECT 1), (SELECT NULL) FROM u;

-- ! EXISTS (SELECT 1 FROM t): EXISTS is never null
-- ! NOT EXISTS (SELECT 1 FROM t): EXISTS is never null
SELECT EXISTS (SELECT 1 FROM t), NOT EXISTS (SELECT 1 FROM t) FROM u;

-- ? (SELECT n FROM u WHERE u.t_id = t.id): the subquery may return no row
SELECT (SELECT n FROM u WHERE u.t_id = t.id) FROM t;

-- ? (SELECT count(*) FROM u WHERE u.t_id = t.id GROUP BY u.n): the subquery may return no row
SELECT (SELECT count(*) FROM u WHERE u.t_id = t.id GROUP BY u.n) FROM t;

-- ! row_number() OVER (): row_number is never null
-- ! rank() OVER (ORDER BY a): rank is never null
-- ? lag(a) OVER (ORDER BY id): lag without a default is null where there is no such row
-- ! lead(a, 1, 0) OVER (ORDER BY id): no operand is ever null
-- ? lag(b, 1, 0) OVER (ORDER BY id): nullable column t.b
-- ! first_value(a) OVER (ORDER BY id): NOT NULL column t.a
-- ~ last_value(b) OVER (): nullable column t.b
-- ? nth_value(a, 2) OVER (ORDER BY id): nth_value may return null
-- ! ntile(2) OVER (ORDER BY id): ntile is never null
-- ! cume_dist() OVER (ORDER BY a): cume_dist is never null
SELECT row_number() OVER (), rank() OVER (ORDER BY a), lag(a) OVER (ORDER BY id), lead(a, 1, 0) OVER (ORDER BY id), lag(b, 1, 0) OVER (ORDER BY id), first_value(a) OVER (ORDER BY id), last_value(b) OVER (), nth_value(a, 2) OVER (ORDER BY id), ntile(2) OVER (ORDER BY id), cume_dist() OVER (ORDER BY a) FROM t;

-- ! sum(a) OVER (ORDER BY id): NOT NULL column t.a
-- ? sum(a) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING): the window frame may be empty
-- ~ sum(b) OVER (): nullable column t.b
-- ? sum(a) OVER (ORDER BY id ROWS CURRENT ROW EXCLUDE CURRENT ROW): the window frame may be empty
-- ! count(*) OVER (): count is never null
-- ~ sum(a) FILTER (WHERE a > 5) OVER (): FILTER may leave no row
SELECT sum(a) OVER (ORDER BY id), sum(a) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING), sum(b) OVER (), sum(a) OVER (ORDER BY id ROWS CURRENT ROW EXCLUDE CURRENT ROW), count(*) OVER (), sum(a) FILTER (WHERE a > 5) OVER () FROM t;

-- ? first_value(a) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING): the window frame may be empty
-- ! max(a) OVER (PARTITION BY b): NOT NULL column t.a
SELECT first_value(a) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING), max(a) OVER (PARTITION BY b) FROM t;

-- ? a: nullable column t.b
SELECT a FROM t UNION SELECT b FROM t;

-- ! a: no operand is ever null
SELECT a FROM t UNION ALL SELECT id FROM u;

-- ! b: NOT NULL column t.a
SELECT b FROM t INTERSECT SELECT a FROM t;

-- ~ b: nullable column t.b
SELECT b FROM t EXCEPT SELECT b FROM t WHERE b IS NULL;

-- ! a: NOT NULL column t.a
SELECT a FROM t EXCEPT SELECT b FROM t;

-- ! column1: no operand is ever null
-- ? column2: NULL
SELECT column1, column2 FROM (VALUES (1, NULL), (2, 'x'));

-- ! column1: no operand is ever null
-- ? column2: NULL
VALUES (1, NULL), (2, 'x');

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
WITH x AS (SELECT a, b FROM t) SELECT * FROM x;

-- ! a: NOT NULL column t.a
-- ! b: narrowed by WHERE b > 0
WITH x AS (SELECT a, b FROM t WHERE b > 0) SELECT a, b FROM x;

-- ! n: no operand is ever null
WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3) SELECT n FROM c;

-- ! n: no operand is ever null
-- ? m: NULL
WITH RECURSIVE c (n, m) AS (SELECT 1, 2 UNION ALL SELECT n + 1, NULL FROM c WHERE n < 3) SELECT n, m FROM c;

-- ! n: no operand is ever null
-- ? m: NULL
WITH RECURSIVE c (n, m) AS (SELECT 1, NULL UNION ALL SELECT n + 1, 5 FROM c WHERE n < 3) SELECT n, m FROM c;

-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
SELECT q.a, q.b FROM (SELECT a, b FROM t) q;

-- ? n: q is on the nullable side of t LEFT JOIN q
SELECT q.n FROM t LEFT JOIN (SELECT 1 AS n, t_id FROM u) q ON q.t_id = t.id;

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
-- ? doubled: nullable column t.doubled
-- ! kept: NOT NULL column t.kept
-- ! id: system column
INSERT INTO t (a) VALUES (1) RETURNING id, a, b, doubled, kept, rowid;

-- ~ b: nullable column t.b
-- ? s: nullable column t.s
INSERT INTO t (a, b) VALUES (1, 2) RETURNING b, s;

-- ? k: nullable column text_key.k
-- ~ v: nullable column text_key.v
INSERT INTO text_key (v) VALUES ('q') RETURNING k, v;

-- ~ x: nullable column uniq.x
-- ~ y: nullable column uniq.y
INSERT INTO uniq (x) VALUES ('q') RETURNING x, y;

-- ? x: nullable column uniq.x
-- ~ y: nullable column uniq.y
INSERT INTO uniq DEFAULT VALUES RETURNING x, y;

-- ! id: primary key t.id
-- ! a: NOT NULL column t.a
-- ? b: nullable column t.b
INSERT INTO t (id, a) VALUES (1, 5) ON CONFLICT (id) DO UPDATE SET b = NULL RETURNING id, a, b;

-- ! id: primary key t.id
-- ? b: nullable column t.b
INSERT OR REPLACE INTO t (id, a) VALUES (1, 5) RETURNING id, b;

-- ! a: NOT NULL column t.a
-- ~ b: nullable column t.b
-- ? s: nullable column t.s
UPDATE t SET b = 5 RETURNING a, b, s;

-- ? b: nullable column t.b
UPDATE t SET b = NULL WHERE b IS NOT NULL RETURNING b;

-- ~ s: nullable column t.s
-- ! a: NOT NULL column t.a
UPDATE t SET s = u.n FROM u WHERE u.t_id = t.id RETURNING s, a;

-- ! id: primary key t.id
-- ! b: narrowed by WHERE b = 1
-- ~ s: nullable column t.s
DELETE FROM t WHERE b = 1 RETURNING id, b, s;

-- ! k: primary key without_rowid.k
-- ? v: nullable column without_rowid.v
DELETE FROM without_rowid RETURNING k, v;

-- ! type: NOT NULL column sqlite_schema.type
-- ! name: NOT NULL column sqlite_schema.name
-- ! tbl_name: NOT NULL column sqlite_schema.tbl_name
-- ~ rootpage: nullable column sqlite_schema.rootpage
-- ? sql: nullable column sqlite_schema.sql
SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema;

-- ! name: NOT NULL column pragma_table_info.name
-- ! type: NOT NULL column pragma_table_info.type
-- ? dflt_value: nullable column pragma_table_info.dflt_value
-- ! pk: NOT NULL column pragma_table_info.pk
SELECT name, type, dflt_value, pk FROM pragma_table_info('t');

-- ! 1: constant
-- ? NULL: NULL
-- ! 'x': constant
-- ! TRUE: constant
-- ! x'00': constant
-- ! 1.5: constant
SELECT 1, NULL, 'x', TRUE, x'00', 1.5;

-- ! changes(): changes is never null
-- ! last_insert_rowid(): last_insert_rowid is never null
-- ! sqlite_version(): sqlite_version is never null
SELECT changes(), last_insert_rowid(), sqlite_version();

-- ? b: nullable column t.b
SELECT DISTINCT b FROM t ORDER BY b NULLS LAST;

-- ! a COLLATE NOCASE: NOT NULL column t.a
-- ? s COLLATE NOCASE: nullable column t.s
SELECT a COLLATE NOCASE, s COLLATE NOCASE FROM t;

-- ! likely(a): NOT NULL column t.a
-- ? unlikely(b): nullable column t.b
-- ! likelihood(a, 0.5): no operand is ever null
SELECT likely(a), unlikely(b), likelihood(a, 0.5) FROM t;

-- ! b: narrowed by ON u.t_id = t.b
SELECT t.b FROM t JOIN u ON u.t_id = t.b;

-- ? b: nullable column t.b
-- ? b: c is on the nullable side of a LEFT JOIN c
SELECT a.b, c.b FROM t a LEFT JOIN t c ON c.b = a.b;

-- ? group_concat(s, a): nullable column t.s
SELECT group_concat(s, a) FROM t GROUP BY id;

-- ? c: nullable column first_not_null.b
-- ! d: a test for NULL is true or false
-- ! e: COALESCE has an argument that is never null: constant
UPDATE first_not_null SET a = 1 RETURNING iif(b IS NULL, 1.5, b) AS c, b IS NULL AS d, coalesce(b, 1.5) AS e;

-- ? max(n): aggregate over no rows is null
SELECT max(n) FROM (t JOIN first_not_null ON 1 = 0) RIGHT JOIN u ON true;

-- ! max(n): count is never null
SELECT max(n) FROM t RIGHT JOIN (SELECT count(*) AS n FROM u) AS u ON true;

-- ? max(n): aggregate over no rows is null
SELECT max(n) FROM (t JOIN first_not_null ON 1 = 0) RIGHT JOIN (SELECT count(*) AS n FROM u) AS u ON true;
