-- before
CREATE TYPE side AS ENUM ('debit', 'credit');
CREATE TABLE entries (id int, side side NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE entries_1 PARTITION OF entries FOR VALUES FROM (1) TO (10);
CREATE TABLE entries_2 PARTITION OF entries FOR VALUES FROM (10) TO (20);
-- rows
INSERT INTO entries_2 VALUES (11, 'debit');
-- after
CREATE TYPE side AS ENUM ('debit', 'credit', 'memo');
CREATE TABLE entries (id int, side side NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE entries_1 (LIKE entries INCLUDING ALL);
CREATE TABLE entries_2 PARTITION OF entries FOR VALUES FROM (10) TO (20);
