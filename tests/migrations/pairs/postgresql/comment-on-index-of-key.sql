-- before
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE);
COMMENT ON INDEX t_b_key IS 'b';
-- after
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE);
COMMENT ON INDEX t_pkey IS 'a';
