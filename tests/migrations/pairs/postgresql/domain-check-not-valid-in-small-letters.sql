-- before
create domain label as text;
create domain size as int;
alter domain size add constraint positive check (value > 0) not valid;
alter domain size add constraint small check (value < 9) not valid;
create table t (a label, b label[], c size);
-- rows
insert into t values ('', '{""}', 4);
-- after
create domain label as text;
alter domain label add check (value <> '') not valid;
alter domain label add constraint late check (value <> 'x') not valid;
alter domain label rename constraint late to later;
comment on constraint later on domain label is 'not yet';
create domain size as int;
alter domain size add constraint positive check (value > 0) not valid;
alter domain size validate constraint positive;
create domain fresh as int not null;
alter domain fresh add check (value > 0) not valid;
create table t (a label, b label[], c size, d fresh default 1);
