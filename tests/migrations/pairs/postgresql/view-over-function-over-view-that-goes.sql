-- before
CREATE TABLE base (id int PRIMARY KEY, n int);
CREATE VIEW lower_view AS SELECT id, n FROM base WHERE n > 0;
CREATE FUNCTION mid(least_n int) RETURNS SETOF lower_view LANGUAGE sql STABLE AS 'SELECT * FROM lower_view WHERE n >= least_n';
CREATE VIEW upper_view AS SELECT m.id, m.n * 2 AS twice FROM mid(3) m;
GRANT SELECT ON upper_view TO pg_read_all_data;
COMMENT ON COLUMN upper_view.twice IS 'two times';
-- rows
INSERT INTO base VALUES (1, 5);
-- after
CREATE TABLE base (id int PRIMARY KEY, n bigint, k int);
CREATE VIEW lower_view AS SELECT id, n, k FROM base WHERE n > 0;
CREATE FUNCTION mid(least_n bigint) RETURNS SETOF lower_view LANGUAGE sql STABLE AS 'SELECT * FROM lower_view WHERE n >= least_n';
CREATE VIEW upper_view AS SELECT m.id, m.n * 2 AS twice, m.k FROM mid(3) m;
GRANT SELECT ON upper_view TO pg_read_all_data;
COMMENT ON COLUMN upper_view.twice IS 'two times';
