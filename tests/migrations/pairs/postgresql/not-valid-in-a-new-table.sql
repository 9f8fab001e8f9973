-- before
CREATE TABLE rooms (id int PRIMARY KEY);
CREATE TABLE stays (id int PRIMARY KEY, room int, nights int, CONSTRAINT stays_room FOREIGN KEY (room) REFERENCES rooms);
-- rows
INSERT INTO rooms VALUES (1);
INSERT INTO stays VALUES (1, 1, 2);
-- after
CREATE TABLE rooms (id int PRIMARY KEY);
CREATE TABLE stays (
    id int PRIMARY KEY, room int, nights int,
    CONSTRAINT stays_room FOREIGN KEY (room) REFERENCES rooms ON DELETE CASCADE NOT VALID,
    CONSTRAINT stays_nights CHECK (nights > 0) NOT VALID
);
