-- before
CREATE TABLE p (id int, CHECK (id>0), constraint foo check (id<100));
create table a (m int, CONSTRAINT ex EXCLUDE USING btree (m WITH =), exclude using btree (m with =, id with =)) inherits (p);
comment on index ex is 'ex'; comment on constraint foo on a is 'foo'; comment on constraint p_id_check on a is 'pchk';
comment on constraint ex on a is 'exc';
-- rows
-- after
CREATE TABLE p (id int, CHECK (id>0), constraint foo check (id<100));
create table a (m int, CONSTRAINT ex EXCLUDE USING btree (m WITH =), exclude using btree (m with =, id with =)) inherits (p);
comment on index ex is 'ex'; comment on constraint foo on a is 'foo'; comment on constraint p_id_check on a is 'pchk';
comment on constraint ex on a is 'exc';
create table b (like a including all);
create table c (like a including indexes);
create table d (like a including constraints);
