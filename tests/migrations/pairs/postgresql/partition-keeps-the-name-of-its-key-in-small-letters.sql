-- before
create table m (k integer not null, v integer, primary key (k, v)) partition by list (k);
create table m1 partition of m for values in (1, 2);
alter table m1 rename constraint m1_pkey to m1_own;
comment on constraint m1_own on m1 is 'own';
alter table m1 cluster on m1_own;
alter table m1 replica identity using index m1_own;
-- rows
insert into m values (1, 2);
-- after
create table m (k integer not null, v bigint, primary key (k, v)) partition by list (k);
create table m1 partition of m for values in (1, 2);
alter table m1 rename constraint m1_pkey to m1_own;
comment on constraint m1_own on m1 is 'own';
alter table m1 cluster on m1_own;
alter table m1 replica identity using index m1_own;
