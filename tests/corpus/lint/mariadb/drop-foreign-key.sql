-- fires
ALTER TABLE t DROP FOREIGN KEY t_ibfk_1;

-- quiet
ALTER TABLE t DROP INDEX i;
