-- before
CREATE TABLE t (a int, b int);
CREATE TABLE p (x INTEGER PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE p (x INTEGER PRIMARY KEY);
CREATE TABLE t (a int, b int, c varchar(50) DEFAULT 'it''s; ok -- no comment /* nor this', d int, e int REFERENCES p (x));
CREATE TABLE u (c varchar(50) DEFAULT 'it''s; ok -- no comment /* nor this', d int, e int REFERENCES p (x), CHECK (c <> '); DROP TABLE t; --'));
CREATE INDEX i ON u (d);
CREATE VIEW v AS SELECT c FROM u WHERE c <> ';--';
