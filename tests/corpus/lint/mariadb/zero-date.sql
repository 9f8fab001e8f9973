-- fires
CREATE TABLE t (id int PRIMARY KEY, a datetime DEFAULT '0000-00-00 00:00:00');

-- quiet
CREATE TABLE t (id int PRIMARY KEY, a datetime DEFAULT '2000-01-01 00:00:00');
