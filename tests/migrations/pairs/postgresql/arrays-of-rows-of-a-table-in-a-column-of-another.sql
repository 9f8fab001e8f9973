-- before
CREATE TABLE item (id int PRIMARY KEY, price numeric(8,2));
CREATE TABLE history (id int PRIMARY KEY, was item[]);
-- after
CREATE TABLE item (id int PRIMARY KEY, price numeric(12,4));
CREATE TABLE history (id int PRIMARY KEY, was item[]);
-- refused
cannot change the columns of item while column history.was holds arrays of its rows
