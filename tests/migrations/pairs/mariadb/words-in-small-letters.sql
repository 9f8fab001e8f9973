-- before
CREATE TABLE ix (id int PRIMARY KEY, t varchar(100), n int, KEY kn (n ASC, t(10) DESC), b text COMPRESSED);
CREATE TABLE se (
    id int PRIMARY KEY,
    s timestamp(6) GENERATED ALWAYS AS ROW START,
    e timestamp(6) GENERATED ALWAYS AS ROW END,
    PERIOD FOR SYSTEM_TIME (s, e)
) WITH SYSTEM VERSIONING;
CREATE TABLE ap (id int NOT NULL, f date, t date, PERIOD FOR valid (f, t), PRIMARY KEY (id, valid WITHOUT OVERLAPS));
-- after
create table ix (id int primary key, t varchar(100), n int, key kn (n asc, t(10) desc), b text compressed);
create table se (
    id int primary key,
    s timestamp(6) as row start,
    e timestamp(6) generated always as row end,
    period for system_time (s, e)
) with system versioning;
create table ap (id int not null, f date, t date, period for `valid` (`f`, `t`), primary key (`id`, `valid` without overlaps));
