-- before
CREATE TYPE old AS ENUM ('a', 'b');
CREATE TABLE t (x old, y old[] DEFAULT '{a}');
CREATE FUNCTION f(old) RETURNS int LANGUAGE sql AS 'select 1';

-- rows
INSERT INTO t VALUES ('a', '{b}');

-- after
CREATE TYPE new AS ENUM ('a', 'b');
CREATE TABLE t (x new, y new[] DEFAULT '{a}');
CREATE FUNCTION f(new) RETURNS int LANGUAGE sql AS 'select 1';
