-- before
CREATE TABLE t (a int PRIMARY KEY, b text DEFAULT 'x');
CREATE VIEW v AS SELECT a FROM t;

-- after
create table T (
    A int primary key, -- the key
    b text default 'x'
);
CREATE VIEW v AS SELECT a FROM t;
