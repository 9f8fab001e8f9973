-- before
CREATE TABLE t (id int PRIMARY KEY, price money, opens time, day date, level "char", small smallint);
-- rows
INSERT INTO t VALUES (1, 12, '01:00', '2020-01-01', '5', 7), (2, NULL, NULL, NULL, NULL, NULL);
-- after
CREATE TABLE t (id int PRIMARY KEY, price int, opens int, day time, level smallint, small "char");
-- moved
SELECT id, price::numeric::int, extract(epoch FROM opens)::int, level::text, small::text FROM t;
SELECT id, price, opens, level::text, small::text FROM t;
