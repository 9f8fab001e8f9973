-- before
create table ev (id bigint not null, at date not null) partition by range (at);
create table ev_old partition of ev for values from (minvalue) to ('2020-01-01');
create table ev_new partition of ev default;
-- rows
insert into ev values (1, '2019-05-05'), (2, '2033-01-01');
-- after
create table ev (id bigint not null,
    -- flash:rename at happened
    happened date not null) partition by range (happened);
create table ev_old partition of ev for values from (minvalue) to ('2020-01-01');
create table ev_new partition of ev default;
-- moved
select id, at from ev;
select id, happened from ev;
