-- before
CREATE SEQUENCE no_seq;
CREATE TABLE t (id int PRIMARY KEY, no int DEFAULT nextval('no_seq'));
ALTER SEQUENCE no_seq OWNED BY t.no;
-- rows
INSERT INTO t (id) VALUES (1),(2);
-- after
CREATE SCHEMA s;
-- flash:rename no_seq s.no_seq
CREATE SEQUENCE s.no_seq;
-- flash:rename t s.t
CREATE TABLE s.t (id int PRIMARY KEY, no int DEFAULT nextval('s.no_seq'));
ALTER SEQUENCE s.no_seq OWNED BY s.t.no;
