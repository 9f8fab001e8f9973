-- before
CREATE TABLE o (id int PRIMARY KEY, c int, tot decimal(8,2), at date);
CREATE VIEW r AS SELECT c, sum(tot) s FROM o GROUP BY c;
-- after
CREATE TABLE o (id int PRIMARY KEY, c int, tot decimal(10,2), at datetime);
CREATE VIEW r AS WITH x AS (SELECT c, tot, row_number() OVER (PARTITION BY c ORDER BY at DESC) rn FROM o) SELECT c, tot, date_format(now(), '%Y') y, tot + INTERVAL 1 DAY z FROM x WHERE rn = 1 UNION ALL SELECT 0, 0, '', NULL;
