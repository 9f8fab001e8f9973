CREATE TABLE p (id int unsigned PRIMARY KEY, label varchar(20) NOT NULL);

