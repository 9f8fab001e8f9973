-- before
CREATE TABLE IF NOT EXISTS t (id int(11) unsigned not null auto_increment, `a` varchar(10) character set utf8mb4 collate utf8mb4_general_ci default null, primary key (`id`) using btree) engine=InnoDB auto_increment=7 default charset=utf8mb4;
ALTER TABLE t ADD INDEX by_a (a);
CREATE UNIQUE INDEX by_both ON t (id, a);
-- rows
INSERT INTO t (a) VALUES ('x');
-- after
CREATE TABLE t (id INTEGER UNSIGNED NOT NULL AUTO_INCREMENT, a NVARCHAR(12), b DOUBLE PRECISION, c NUMERIC(5), d FIXED(4, 1), e REAL, f INT8, PRIMARY KEY (id), g CHAR BYTE, h LONG VARCHAR, i NATIONAL CHAR(5), j DEC);
ALTER TABLE t ADD COLUMN k SERIAL AFTER a, DROP PRIMARY KEY, MODIFY id INT UNSIGNED;
