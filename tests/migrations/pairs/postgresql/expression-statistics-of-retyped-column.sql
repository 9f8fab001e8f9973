-- before
CREATE TABLE sx (id int PRIMARY KEY, a bigint, b text);
CREATE STATISTICS sx_e ON (a % 10), (lower(b)) FROM sx;
COMMENT ON STATISTICS sx_e IS 'guess';
ALTER STATISTICS sx_e SET STATISTICS 300;
CREATE STATISTICS sx_m (mcv) ON a, b FROM sx;
-- rows
INSERT INTO sx VALUES (1, 1, 'x');
-- after
CREATE TABLE sx (id int PRIMARY KEY, a int, b text);
CREATE STATISTICS sx_e ON (a % 10), (lower(b)) FROM sx;
COMMENT ON STATISTICS sx_e IS 'guess';
ALTER STATISTICS sx_e SET STATISTICS 300;
CREATE STATISTICS sx_m (mcv) ON a, b FROM sx;
