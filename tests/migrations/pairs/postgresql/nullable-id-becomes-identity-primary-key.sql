-- before
CREATE TABLE t (id int, v text);
-- rows
INSERT INTO t VALUES (1,'a'),(NULL,'b'),(NULL,'c');
-- after
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v text);
