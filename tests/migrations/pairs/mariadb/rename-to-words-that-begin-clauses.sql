-- before
CREATE TABLE t (id int PRIMARY KEY, a int, f date, t date, PERIOD FOR p (f, t));
-- rows
INSERT INTO t VALUES (1, 2, '2020-01-01', '2020-02-01');
-- after
CREATE TABLE t (
    id int PRIMARY KEY,
    -- flash:rename a period
    period int,
    f date,
    t date,
    PERIOD FOR p (f, t)
);
