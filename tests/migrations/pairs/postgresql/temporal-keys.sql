-- before
CREATE TABLE h (id int, valid daterange);
-- rows
INSERT INTO h VALUES (1,'[2024-01-01,2024-02-01)');
-- after
CREATE EXTENSION btree_gist;
CREATE TABLE h (id int, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE hh (id int, valid daterange, FOREIGN KEY (id, PERIOD valid) REFERENCES h (id, PERIOD valid));
