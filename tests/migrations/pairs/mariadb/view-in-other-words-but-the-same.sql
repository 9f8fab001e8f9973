-- before
CREATE TABLE t (a INT, b INT);
CREATE VIEW v AS SELECT a AS x, b FROM t WHERE a > 1 WITH CHECK OPTION;
-- after
CREATE TABLE t (a INT, b INT);
create or replace algorithm = undefined definer = `root`@`localhost` sql security definer view `v` as select `a` as x, b from t where a > 1 with cascaded check option;
