-- before
CREATE TABLE t (s TEXT CHECK (s IN ('a', 'b;c', 'it''s')));
-- rows
INSERT INTO t VALUES ('a');
-- after
CREATE TABLE t (s TEXT CHECK (s IN ('a', 'b;c', 'it''s', 'd')) DEFAULT 'a');
