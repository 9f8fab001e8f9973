-- before
CREATE TABLE t (
    id int PRIMARY KEY, n text NOT NULL,
    g text GENERATED ALWAYS AS (upper(n)) STORED,
    v int GENERATED ALWAYS AS (length(n)) VIRTUAL
);
-- rows
INSERT INTO t (id, n) VALUES (1, 'a'), (2, 'bc');
-- after
CREATE TABLE t (id int PRIMARY KEY, n varchar(20) NOT NULL, g text, v int);
