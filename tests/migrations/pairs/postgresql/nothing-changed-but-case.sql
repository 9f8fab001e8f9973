-- before
CREATE TABLE t (id serial PRIMARY KEY, s varchar(10) DEFAULT 'a' CHECK (s IN ('a','b')), d timestamptz DEFAULT now(), n int DEFAULT 1+1);
ALTER TABLE t ADD CONSTRAINT named CHECK (n>0 AND s <> 'A b');
-- after
create table t (id SERIAL primary key, s character varying(10) default 'a' check (s in ('a', 'b')), d timestamp with time zone default NOW(), n INT default 1 + 1,
    constraint named check (N > 0 and S <> 'A b'));
