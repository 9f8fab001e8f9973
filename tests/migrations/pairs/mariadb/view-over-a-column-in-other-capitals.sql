-- before
CREATE TABLE t (Name INT, b INT);
CREATE VIEW v AS SELECT name, b FROM t;
-- after
CREATE TABLE t (name INT, b INT);
CREATE VIEW v AS SELECT name, b FROM t;
