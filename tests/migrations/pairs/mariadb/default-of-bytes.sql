-- before
create table t (id int primary key, a varbinary(8) default x'00FF', b binary(4) default x'00FF', c varbinary(8) default 0x41275C0A0D1A,
  d varbinary(4) default (x'ff'), e varbinary(20) default x'e28228' comment 'ü', f varbinary(4) default x'0041', g char(3) default x'41',
  h bit(8) default b'101', i blob default (x'FF'), j date default date '2020-01-01', k datetime default timestamp '2020-01-01 00:00:00');
-- rows
insert into t (id) values (1), (2);
-- after
create table t (id int primary key, a varbinary(8) default x'00FE', b binary(4) not null default 0x00FF, c varbinary(8) default 'A''\\\n\r\Z',
  d varbinary(5) default x'ff', e varbinary(20) default x'e28229' comment 'ü', f varbinary(4) default '\0A', g char(3) default x'42',
  h bit(8) default b'111', i blob default x'FE', j date default date '2020-01-02', k datetime default timestamp '2020-01-02 00:00:00');
