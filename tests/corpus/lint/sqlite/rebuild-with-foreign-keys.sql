-- fires
CREATE TABLE new_t (id INTEGER PRIMARY KEY);
INSERT INTO new_t SELECT id FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;

-- quiet
-- flash:foreign-keys-off
CREATE TABLE new_t (id INTEGER PRIMARY KEY);
INSERT INTO new_t SELECT id FROM t;
DROP TABLE t;
ALTER TABLE new_t RENAME TO t;

-- quiet
DROP TABLE t;
