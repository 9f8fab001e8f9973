-- before
CREATE TABLE T (Id INTEGER PRIMARY KEY, a TEXT DEFAULT 'X');
CREATE VIEW V AS SELECT Id FROM T;
CREATE INDEX I ON T (a);
-- after
create table t ( -- here
  id integer primary key, /* there */ "a" text default 'X');
create view v as select id  from t;
create index i on t ("a");
