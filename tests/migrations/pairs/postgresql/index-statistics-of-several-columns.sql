-- before
CREATE TABLE ev (id int PRIMARY KEY, k text);
CREATE INDEX ev_e ON ev (lower(k), id, upper(k));
ALTER INDEX ev_e ALTER COLUMN 1 SET STATISTICS 100;
ALTER INDEX ev_e ALTER COLUMN 3 SET STATISTICS 200;
-- rows
INSERT INTO ev VALUES (1, 'K');
-- after
CREATE TABLE ev (id int PRIMARY KEY, k text);
CREATE INDEX ev_e ON ev (lower(k), id, upper(k));
ALTER INDEX ev_e ALTER COLUMN 3 SET STATISTICS 300;
