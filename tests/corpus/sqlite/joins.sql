-- Joins by equal columns, in brackets and behind commas; RETURNING of numbers; parameters met twice.
CREATE TABLE a (id INTEGER PRIMARY KEY, x INT, t TEXT);
CREATE TABLE b (id INTEGER PRIMARY KEY, x TEXT, u DATE);
CREATE TABLE c (id INTEGER PRIMARY KEY, x REAL, v TEXT);
CREATE TABLE weights (kg REAL, n INTEGER, id INTEGER PRIMARY KEY, whole BOOLEAN, price DECIMAL(9, 2));
CREATE TABLE sizes (id INTEGER PRIMARY KEY, cm REAL NOT NULL, n INT, note TEXT);

INSERT INTO a VALUES (1, 1, 'a'), (2, 2, NULL), (5, 5, 'q');
INSERT INTO b VALUES (1, '1', '2024-01-01'), (3, '2', NULL);
INSERT INTO c VALUES (1, 1.0, 'a'), (4, 2, NULL), (3, 2.5, 'x');
INSERT INTO weights VALUES (2, 3, 1, TRUE, 5), (2.5, NULL, 2, NULL, 5.25);
INSERT INTO sizes VALUES (1, 3, 4, 'x'), (2, 1.5, NULL, NULL);

-- name: FirstOfUsing :many
-- columns: id INTEGER!, x INT!, t TEXT?, id INTEGER!, x TEXT!, u DATE?, x REAL?, v TEXT?
SELECT * FROM a JOIN b ON a.x = b.x JOIN c USING (id);
-- name: FirstBehindComma :many
SELECT * FROM a, b JOIN c USING (x);
-- name: OwnNamesStayApart :many
SELECT b.*, c.* FROM a, b LEFT JOIN c USING (x);
-- name: LeftOnes :many
-- columns: id INTEGER!, x INT!, t TEXT?, id INTEGER!, u DATE?, id INTEGER?, v TEXT?
SELECT * FROM a JOIN b USING (x) LEFT JOIN c USING (x);
-- name: RightOnes :many
-- columns: x TEXT?, id INTEGER?
SELECT x, a.id FROM a RIGHT JOIN b USING (x);
-- name: RightLast :many
-- columns: x REAL?
SELECT x FROM a LEFT JOIN b USING (x) RIGHT JOIN c USING (x);
-- name: FullAll :many
SELECT x FROM a FULL JOIN b USING (x) FULL JOIN c USING (x);
-- name: NaturalThrice :many
SELECT * FROM a NATURAL JOIN b NATURAL LEFT JOIN c;
-- name: MergedComesFirstInBrackets :many
-- columns: id INTEGER!, x INT?, t TEXT?, x TEXT!, id INTEGER!, u DATE?, id:1 INTEGER!, v TEXT?
SELECT * FROM a, (b JOIN c USING (x));
-- name: FullInBrackets :many
SELECT * FROM a, (b FULL JOIN c USING (x));
-- name: MergedTwice :many
SELECT * FROM a LEFT JOIN (b FULL JOIN c USING (x)) USING (x);
-- name: OneOfTwoInBrackets :many
SELECT * FROM a LEFT JOIN (b FULL JOIN c USING (x)) USING (id);
-- name: BracketsInBrackets :many
SELECT * FROM a, (a AS d CROSS JOIN (b JOIN c USING (x)));
-- name: BracketsInFront :many
SELECT * FROM (a JOIN b USING (id)) FULL JOIN c USING (id);
-- name: BracketsBehindFull :many
SELECT * FROM c FULL JOIN (a JOIN b USING (id)) USING (id);
-- name: CommaBeforeRight :many
SELECT a.id, b.id, c.id FROM a, b RIGHT JOIN c ON b.id = c.id AND a.id = 1;
-- name: RightInBrackets :many
SELECT a.id, b.id, c.id FROM a, (b RIGHT JOIN c ON b.id = c.id);
-- name: FirstOfEqualNames :many
SELECT q.id, q."id:1" FROM (SELECT * FROM a FULL JOIN b USING (x)) AS q JOIN c USING (id);
-- name: EqualNamesOfWith :many
WITH q AS (SELECT a.id, b.id, c.id FROM a, b, c) SELECT id, "id:1", "id:2" FROM q WHERE "id:2" > 1;

-- name: RealFirst :many
-- columns: id INTEGER!, kg REAL?, n INTEGER?, whole BOOLEAN?, price DECIMAL?
UPDATE weights SET kg = kg + 1 RETURNING id, kg, n, whole, price;
-- name: RealFirstEverything :many
DELETE FROM weights WHERE id = ? RETURNING *;
-- name: RealFirstMade :many
-- columns: a INTEGER!, b INTEGER | TEXT!, c INTEGER?
INSERT INTO weights (n) VALUES (7) RETURNING rowid AS a, coalesce(n, 'x') AS b, n + 1 AS c;
-- name: WholeReals :many
-- columns: cm REAL!, a INTEGER | REAL | TEXT!, b REAL!
UPDATE sizes SET n = 1 RETURNING cm, coalesce(cm, note, 'x') AS a, cm * 2 AS b;
-- name: ReturnedByItsOwnName :many
UPDATE sizes AS s SET n = w.n FROM weights AS w WHERE w.id = s.id RETURNING sizes.id, (SELECT max(w.n) FROM weights AS w) AS most;
-- name: ReturnsTheTableAlone :many
-- columns: id INTEGER!, cm REAL!, n INT?, note TEXT?
UPDATE sizes AS s SET n = w.n FROM weights AS w WHERE w.id = s.id RETURNING *;

-- name: ParameterBeforeItsType :many
-- params: id INTEGER
-- columns: ?1 INTEGER!
SELECT ?1 FROM a GROUP BY t HAVING id = ?1;
-- name: ParameterOfTheOtherArm :many
-- params: arg_1 TEXT
-- columns: a INTEGER | TEXT?
SELECT ?1 AS a UNION ALL SELECT x FROM a WHERE ?1 = 'a';
-- name: ParameterInADerivedTable :many
-- columns: day DATE!, id INTEGER!
SELECT q.day, b.id FROM (SELECT :u AS day) AS q, b WHERE b.u = :u;
-- name: HiddenFromBareNames :many
SELECT id, x.x FROM a AS x JOIN (b FULL JOIN c ON b.x = c.x) USING (id) WHERE id > 0;
-- name: LastOfEqualNames :many
SELECT id, v FROM a RIGHT JOIN (b JOIN c ON b.x <> c.x) USING (id);
-- name: FullOfEqualNames :many
SELECT id FROM a FULL JOIN (b LEFT JOIN c ON b.x = c.x) USING (id);
-- name: ParameterOfCase :many
-- params: sort TEXT
SELECT id FROM a ORDER BY CASE :sort WHEN 'text' THEN t WHEN 'number' THEN x END;
