-- before
CREATE TABLE `t` (`id` int(11) NOT NULL AUTO_INCREMENT, `a` tinyint(1) DEFAULT 1, `b` varchar(10) DEFAULT NULL, `c` timestamp NULL DEFAULT NULL, `d` decimal(10,0) DEFAULT 0, PRIMARY KEY (`id`), KEY `a` (`a`));
CREATE VIEW v AS SELECT a FROM t;
-- after
create table t (id integer auto_increment primary key, a bool default true, b varchar(10), c timestamp null, d numeric default '0', index (a));
create view v as
  select a  -- the flag
  from t;
