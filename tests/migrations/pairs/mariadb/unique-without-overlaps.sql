-- before
CREATE TABLE t (id INT, a DATE, b DATE, PERIOD FOR p (a, b), UNIQUE KEY u (id));
-- after
CREATE TABLE t (id INT, a DATE, b DATE, PERIOD FOR p (a, b), UNIQUE KEY u (id, p WITHOUT OVERLAPS));
