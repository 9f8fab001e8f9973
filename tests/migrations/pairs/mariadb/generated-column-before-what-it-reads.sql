-- before
CREATE TABLE t (id int PRIMARY KEY, b int);
-- rows
INSERT INTO t VALUES (1, 2);
-- after
CREATE TABLE t (
    id int PRIMARY KEY,
    k bigint AS (a + 3) VIRTUAL,
    a decimal(8,2) DEFAULT 0,
    b int,
    CONSTRAINT few CHECK (a < 9)
);
