-- MySQL's grammar takes each of these lines, MariaDB's refuses it: the manual of MySQL decides.
select j->'$.a', j->>'$.b' from r
select 1 member of ('[1]')
select 1 from q, lateral (select q.a) z
select 1 from (select 1) t (a)
select 1 from q for share
select 1 from q for update of q skip locked
table q
values row(1,2), row(3,4)
insert into q (a) values (1) as new on duplicate key update b = new.a
insert into q (a, b) values row(1, 2)
insert into q (a, b) values (1, 2) as new (x, y) on duplicate key update b = x
insert into q set a = 1 as new on duplicate key update b = new.a
with a as (select 1) update q set a = 1
with a as (select 1) delete from q
delete from q as z where z.a = 1
select cast(a as json), cast(a as year), cast(a as real) from q
select lag(a, 1, 2) over (order by a) from q
select nth_value(a, 1) from first respect nulls over (order by a) from q
select sum(a) over (order by d range interval 1 day preceding) from q
select rank () over (order by a) from q
explain analyze select 1
select a offset from q
