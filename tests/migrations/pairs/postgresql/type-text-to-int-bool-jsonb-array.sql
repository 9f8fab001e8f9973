-- before
CREATE TABLE t (a text, b text, c text, d text DEFAULT 'x', e int);

-- rows
INSERT INTO t VALUES ('1', 'true', '{}', 'x', 1);

-- after
CREATE TABLE t (a int, b boolean, c jsonb, d text[] DEFAULT '{x}', e boolean);
