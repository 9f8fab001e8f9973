-- before
CREATE TABLE t (a text, b text);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL;

-- rows
INSERT INTO t VALUES ('a', 'b');

-- after
CREATE TABLE t (a text, b text);
ALTER TABLE t ALTER b SET STORAGE MAIN;
ALTER TABLE t ALTER b SET COMPRESSION pglz;
ALTER TABLE t ALTER a SET (n_distinct = 5);
