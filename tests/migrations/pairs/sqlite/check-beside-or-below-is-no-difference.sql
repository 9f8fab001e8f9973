-- before
CREATE TABLE t (a INT CHECK (a > 0), b INT UNIQUE);
-- after
create table t (a int, b int, unique (b), check (a>0));
