-- before
CREATE TABLE t (id int);
CREATE SEQUENCE s;

-- rows
INSERT INTO t VALUES (1);

-- after
CREATE TABLE t (id int);
CREATE SEQUENCE s OWNED BY t.id;
ALTER TABLE t ALTER id SET DEFAULT nextval('s');
