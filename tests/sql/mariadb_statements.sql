-- MariaDB's grammar takes each of these lines; so must ours.
select a is null = 1 from q
select a = b is null from q
select a is null is null from q
select a is true is true from q
select a is true = 1 from q
select not a = b from q
select a between 1 and 2 between 3 and 4 from q
select a between 1 and b like 2 from q
select a like b like c from q
select a in (1) in (2) from q
select a between b and c and d from q
select not not a from q
select ! a = b from q
select -a ^ b from q
select - a collate utf8mb4_bin from q
select binary a + b from q
select ~a+b from q
select a + interval 1 day + b from q
select d + interval 1 + 2 day from q
select interval 1 day + d from q
select interval 1 day + d + b from q
select interval (1) day + d from q
select interval(1,2,3) from q
select d - interval 1 day * 2 from q
select a = any (select 1), a <> all (select 2), a <=> b from q
select a = b = c from q
select a || b, a && b, a xor b and c or d from q
select a regexp b rlike c from q
select a not like b escape '|' from q
select a like b + 1 from q
select a like b | 1 from q
select a not in (1,2) is null from q
select a sounds like b from q
select a is not unknown from q
select @a := b + 1 and c from q
select 1 + @a := 2 from q
select 1 where 1
select 1 group by 1
select 1 having 1
select 1 order by 1
select 1 limit 1
select 1 from dual where 1
select 1 for update
select 'a' 'b' 'c', "d" 'e', n'x' 'y', _utf8mb4'a' 'b', x'41' 'a'
select _latin1 x'41', _latin1 0x41, _binary 'abc'
select 1e5a, 1.5a, .5a
select q .a, q. a, q . a from q
select abs (a) from q
select {fn abs(1)}, {d '2020-01-01'}, {x 1}
select row(1,2) = (1,2), (1,2) in ((1,2)) from q
select exists(select 1), exists (select 1) from q
select (select 1) + 1, ((1)), ((select 1)) from q
select date '2020-01-01', time'10:00', timestamp '2020-01-01 00:00:00'
select value(a) from q
select default(b) from q
select 1 as 'x', 2 "y", 3 'z'
select distinct distinct a from q
select sql_no_cache high_priority a from q
select a div b mod 2 % 3 from q
select 1 from q offset 2 rows
select 1 from q fetch first row only
select 1 from q order by a offset 2 rows fetch next 3 rows with ties
select 1 from q limit rows examined 10
select 1 from q limit 2, 3
select 1 from q limit 3 offset 2
select 1 from q join r join q z on 1 on 1
select 1 from q join r join q z on q.a=1
select 1 from q left join r join q z on 1 on 1
select 1 from q straight_join r on 1
select 1 from q straight_join r using (a)
select 1 from q natural left outer join r
select 1 from q natural inner join r
select 1 from q cross join r on 1
select 1 from q cross join r using (a)
select 1 from q inner join r
select 1 from (q)
select 1 from (q z)
select 1 from (q, r)
select 1 from ((q join r on 1))
select 1 from {oj q left join r on 1}
select 1 from (values (1,2)) t
select 1 from ((select 1)) t
select 1 from ((select 1) union (select 2)) t
select 1 from (select 1 union select 2 limit 1) t
select 1 from q ignore key for join (primary)
select 1 from q as z use index ()
select 1 from q partition (p0) z
select 1 from q for system_time all
select 1 from json_table('[]', '$[*]' columns (a int path '$.a' default '1' on empty null on error, o for ordinality, e int exists path '$.e', nested path '$.n[*]' columns (b varchar(10) path '$.b'))) t
select 1 from seq_1_to_10
select next value for s, previous value for s, nextval(s), lastval(s)
values (1,2),(3,4)
values (1,2),(3,4) order by 1 limit 1
(select 1)
(select 1) limit 1
((select 1) limit 1) limit 2
(select 1 limit 2) order by 1 limit 1
select 1 union select 2 order by 1
(select 1 order by 1) union select 2
select 1 union (select 2 limit 1) limit 1
select 1 union all select 2 intersect select 3 except all select 4
select 1 union distinct select 2
with a as (select 1) select * from a
with a (x,y) as (select 1,2) select * from a
with recursive a as (select 1 x union select 2) cycle x restrict select * from a
with a as (select 1) (select * from a)
with a as (with b as (select 1) select * from b) select * from a
with a as (values (1)) select * from a
with a as (select 1), a2 as (select 2) select * from a union select * from a2
select 1 from q where exists (with a as (select 1) select * from a)
select a, count(*) from q group by a asc, b desc
select a, count(*) from q group by a with rollup
select 1 from q for update nowait
select 1 from q for update skip locked
select 1 from q for update wait 3
select 1 from q lock in share mode
select 1 from q lock in share mode nowait
select 1 into @x
select 1 into @x from q
select 1 from q into @x for update
select 1 from q for update into @x
select 1 from q procedure analyse()
select sum(a) over (partition by a order by b rows between unbounded preceding and 1 following) from q
select sum(a) over w from q window w as (partition by a), w2 as (w order by b)
select sum(a) over (w rows current row) from q window w as (order by a)
select lag(a,1) over (order by a), first_value(a) over (order by a range between 1 preceding and current row) from q
select median(a) over (partition by b), percentile_cont(0.5) within group (order by a) over (partition by b) from q
select count(distinct a,b), count(*), count(all a), sum(distinct a), max(all a) from q
select group_concat(distinct a,b order by a desc, b separator ',' ) from q
select group_concat(a order by a limit 2) from q
select group_concat(a separator 0x2c) from q
select json_arrayagg(distinct a order by a limit 1), json_objectagg(a,b) from q
select cast(a as signed integer), cast(a as unsigned int), cast(a as char(3) character set utf8mb4), cast(a as decimal(10,2)), cast(a as char charset binary), cast(a as char ascii), cast(a as char binary) from q
select cast(a as int), cast(a as varchar(10)), cast(a as double), cast(a as float) from q
select cast(a as inet6), cast('2020-01-01' as date) , cast(a as datetime(3)), cast(a as time(2)), cast(a as binary(3)), cast(a as nchar(2)), cast(a as integer), cast(a as uuid), cast(a as inet4) from q
select cast(a as interval day_second(3)) from q
select convert(a, char), convert(a using utf8mb4), convert(a using binary), convert(a, unsigned) from q
select extract(year from d), extract(day_hour from d), trim(both 'a' from c), trim(leading from c), trim('a' from c), trim(c), substring(c from 1), substring(c from 1 for 2), substring(c,1), substr(c from 1), mid(c,1,2), position('a' in c), locate('a',c) from q
select timestampadd(day,1,d), timestampadd(sql_tsi_day,1,d), timestampdiff(month,d,d), date_add(d, interval 1 day), date_sub(d, interval '1:1' hour_minute), adddate(d, 1), adddate(d, interval 1 day), subdate(d,1), get_format(date,'usa'), weight_string(c as char(3)), char(1,2 using utf8mb4), char(65) from q
select if(a,b,c), left(c,1), right(c,1), replace(c,'a','b'), insert(c,1,2,'x'), repeat(c,2), mod(a,2), database(), schema(), user(), current_user(), current_user, current_date(), utc_timestamp(3), now(3), localtime(), curdate(), truncate(a,1), week(d,1), format(a,2,'de'), old_password('x'), password('x'), collation(c), charset(c), coalesce(a,b), interval(1,2), lower(c), point(1,2), row_count() from q
select match (c) against ('x' in boolean mode), match c against ('y'), match(c) against ('x' in natural language mode with query expansion), match(c) against ('x' with query expansion) from q
select @@version, @@global.max_connections, @@session.sql_mode, @@local.sql_mode, @a, @`a b`, @'x', @"y"
select g.q.a, q.*, g.q.* from q
select *, a from q
select high_priority sql_calc_found_rows straight_join a from q
select case a when 1 then 2 else 3 end, case when a then b end as e from q
insert into q values (1,2,'x',null)
insert q (a,b) value (1,default), (2,3)
insert ignore into q set a = 1, b = default
insert delayed into q () values ()
insert high_priority into g.q (q.a) select a from r on duplicate key update b = values(b) + 1, q.c = value(c)
insert into q (a) (select a from r) returning a, b
insert into q (a) values (1) returning *, a+1 as x
insert into q select * from r where a in (select 1)
insert into q (a) with x as (select 1) select * from x
insert into q values (1,2,3,4) on duplicate key update b = default(b), c = ifnull(c, 'x')
replace into q values (1,2,'a',now())
replace low_priority q (a) select 1
replace q set a=1
replace into q (a) values (1) returning a
update q set a=1
update low_priority ignore q set a=1, q.b=default where a=2 order by a limit 3
update q z set z.a=1
update q, r set q.a=1, r.x=2 where q.a=r.a
update q join r using (a) left join q z on z.a=r.a set q.b=r.x
update (select 1 as one) s, q set q.a = s.one
update g.q set g.q.a=1
delete from q
delete low_priority quick ignore from q where a=1 order by a limit 2
delete q from q
delete q, r from q join r on q.a=r.a where 1
delete q.* from q, r
delete from q using q join r using (a) where q.a=1
delete from q, r using q, r
delete z from q as z where z.a
delete from q where a=1 returning *, a
call p(1, @x, 'a')
call g.p
do 1, sleep(0), @a := 2
set @a = 1, @b := (select 1)
set names utf8mb4 collate utf8mb4_bin
set names default
set character set utf8
set transaction isolation level read committed
set session transaction read only
set global transaction isolation level serializable, read write
set autocommit = on
set @@sql_mode = concat(@@sql_mode, ',x'), sql_safe_updates=0
set password = password('x')
set role none
set statement max_statement_time=1 for select 1
show tables
show full tables from g like 'a%'
show databases where `database` = 'x'
show columns from q from g
show full fields in q like 'x'
show create table g.q
show create view v
show create procedure p
show index from q
show keys in q where key_name = 'x'
show global variables like 'x'
show session status where variable_name = 'x'
show warnings limit 2
show count(*) errors
show full processlist
show grants for current_user
show engine innodb status
show table status like 'q'
show procedure status
show triggers
show character set
show collation like 'x'
show storage engines
show plugins
show open tables
show events
show master status
show slave status
show profiles
begin
begin work
start transaction
start transaction with consistent snapshot, read only
commit
commit work and chain no release
rollback
rollback work to savepoint a
rollback to a
savepoint a
release savepoint a
lock tables q read, r as z write, g.q x low_priority write
lock table q read local
unlock tables
explain select 1
explain extended select 1
explain format=json select 1
explain partitions update q set a=1
describe q
desc g.q a
describe select 1
explain q 'a%'
analyze select 1
analyze table q, r
check table q
optimize table q
repair table q quick
checksum table q
flush tables
flush privileges
kill 1
kill query 5
load data infile 'x' into table q
load data local infile 'x' replace into table q character set utf8 fields terminated by ',' optionally enclosed by '"' escaped by '\\' lines starting by 'x' terminated by '\n' ignore 1 lines (a, @b, c) set b = @b + 1
load data low_priority infile 'x' ignore into table g.q partition (p0) columns terminated by 0x09 ignore 2 rows
handler q open as h
handler q read first
handler h read next
handler h close
prepare s from 'select 1'
deallocate prepare s
truncate table q
truncate q
select a from q into outfile 'x' fields terminated by ','
select a from q into dumpfile 'x'
select sql_calc_found_rows a from q limit 1
select a as end, b as value, c action from q
select q.select from q
select a `b``c`, `a` from `q`
select a from q where (a,b) = (1,2) and (a,b) > (select 1,2)
select a from q where a in (select a from r union select 1)
select a from q where a = some (select 1) or not exists (select 1)
select a -- x
select a # x
select -1, +1, - -1, --1
select 1 /2*3-4, 5 div 2, 5 mod 2
select a<b, a>=b, a!=b, a<>b from q
select 0x41, 0b11, b'11', x'41', X'41', 1., .5, 1e3, 1.5e-3
select 'it''s', "say ""x""", 'a\'b'
select year(d), month(d), day(d), hour(d), minute(d), second(d), microsecond(d), quarter(d), date(d), time(d), timestamp(d), dayofweek(d) from q
select ascii(c), concat(a,b), concat_ws(',',a,b), json_extract(j,'$.a'), json_value(j,'$.a') from q, r
select json_object('a', 1, 'b', null), json_array(), json_array(1,2) from r
select count(*) from q having count(*) > 1
select a from q order by a desc, b asc, 3
select a from q group by a having a > 1 order by null limit 0
select distinctrow a from q
select all a from q
select a from q use index (primary) ignore index (primary) where a
select a from q where a is not null and b is true or c is false
select a from q where a rlike '^x' and b not regexp 'y' or c not between 1 and 2
select a from q where match(c) against('x') > 0.5
select std(a), stddev(a), variance(a), var_pop(a), var_samp(a), stddev_pop(a), stddev_samp(a), bit_and(a), bit_or(a), bit_xor(a) from q
select row_number() over (), rank() over (order by a), dense_rank() over (order by a), percent_rank() over (order by a), cume_dist() over (order by a), ntile(2) over (order by a) from q
select nth_value(a,2) over (order by a rows unbounded preceding), last_value(a) over (order by a) from q
select a /* x */ from /*! q */ where /*M! a = */ 1 /*!99999 xyz */
