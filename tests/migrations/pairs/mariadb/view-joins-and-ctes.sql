-- before
CREATE TABLE a (id INT PRIMARY KEY, n VARCHAR(10));
CREATE TABLE b (id INT PRIMARY KEY, a_id INT);
CREATE VIEW v AS WITH x AS (SELECT id FROM a) SELECT b.id, x.id AS aid FROM b JOIN x ON x.id = b.a_id;
-- after
CREATE TABLE a (id INT PRIMARY KEY, n VARCHAR(10));
CREATE TABLE b (id INT PRIMARY KEY, a_id INT);
CREATE VIEW v AS SELECT b.id, a.n, row_number() OVER (PARTITION BY a.n ORDER BY b.id) AS place FROM b LEFT JOIN a ON a.id = b.a_id UNION ALL SELECT 1, 'x', 2;
