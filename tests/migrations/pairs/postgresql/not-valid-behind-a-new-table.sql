-- before
CREATE TABLE rooms (id int PRIMARY KEY);
CREATE TABLE guests (id int PRIMARY KEY, room int) PARTITION BY RANGE (id);
CREATE TABLE guests_1 PARTITION OF guests FOR VALUES FROM (1) TO (5);
-- rows
INSERT INTO rooms VALUES (1);
INSERT INTO guests VALUES (1, 7), (2, 1);
-- after
CREATE TABLE rooms (id int PRIMARY KEY);
CREATE TABLE stays (id int PRIMARY KEY, room int, nights int, next int);
ALTER TABLE stays ADD CONSTRAINT stays_room FOREIGN KEY (room) REFERENCES rooms ON DELETE CASCADE NOT VALID;
ALTER TABLE stays ADD CONSTRAINT stays_next FOREIGN KEY (next) REFERENCES stays NOT VALID;
ALTER TABLE stays ADD CONSTRAINT stays_nights CHECK (nights > 0) NOT VALID;
COMMENT ON CONSTRAINT stays_nights ON stays IS 'since 2024';
CREATE TABLE halls (size int) INHERITS (rooms);
ALTER TABLE rooms ADD CONSTRAINT rooms_id CHECK (id > 0) NOT VALID;
CREATE TABLE guests (id int PRIMARY KEY, room int) PARTITION BY LIST (id);
CREATE TABLE guests_1 PARTITION OF guests DEFAULT;
ALTER TABLE guests ADD CONSTRAINT guests_room CHECK (room < 5) NOT VALID;
