-- before
CREATE DOMAIN d AS varchar(10);
CREATE TABLE t (a d, l d[]);
CREATE VIEW v AS SELECT a FROM t;

-- rows
INSERT INTO t VALUES ('5', '{6}');

-- after
CREATE DOMAIN d AS text COLLATE "C";
CREATE TABLE t (a d, l d[]);
CREATE VIEW v AS SELECT a FROM t;
