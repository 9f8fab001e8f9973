-- fires
ALTER TABLE t DROP COLUMN a;

-- quiet
CREATE TABLE t (id int PRIMARY KEY, a int);
ALTER TABLE t DROP COLUMN a;

-- quiet
ALTER TABLE t ADD COLUMN a int;

-- given
CREATE TABLE t (id INTEGER PRIMARY KEY, a int, twice int AS (a * 2));

-- fires
CREATE TABLE new_t (id INTEGER PRIMARY KEY);
INSERT INTO new_t (id) SELECT id FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;

-- quiet
CREATE TABLE new_t (id INTEGER PRIMARY KEY, b text);
INSERT INTO new_t (id, b) SELECT id, CAST(a AS text) FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;

-- quiet
CREATE TABLE new_t (id INTEGER PRIMARY KEY, a int);
INSERT INTO new_t SELECT * FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;
