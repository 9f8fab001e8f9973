-- before
CREATE TABLE t (k enum('x','y') NOT NULL, v int);
-- rows
INSERT INTO t VALUES ('x',1),('y',NULL);
-- after
CREATE TABLE t (k enum('x','y') NOT NULL, v int, CONSTRAINT kv CHECK (case k when 'x' then v is not null else v is null end));
