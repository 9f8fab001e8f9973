-- fires
CREATE DEFINER=root@localhost VIEW v AS SELECT 1 AS x;

-- quiet
CREATE VIEW v AS SELECT 1 AS x;
