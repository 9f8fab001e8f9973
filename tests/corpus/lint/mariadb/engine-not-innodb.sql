-- fires
CREATE TABLE t (id int PRIMARY KEY) ENGINE=MyISAM;

-- quiet
CREATE TABLE t (id int PRIMARY KEY) ENGINE=InnoDB;

-- quiet
CREATE TABLE t (id int PRIMARY KEY);
