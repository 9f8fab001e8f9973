-- before
CREATE TABLE b (room int, s date, e date, PERIOD FOR stay (s, e), PRIMARY KEY (room, s));
-- rows
INSERT INTO b VALUES (1,'2020-01-01','2020-01-05');
-- after
CREATE TABLE b (room int, s date, e date, PERIOD FOR stay (s, e), PRIMARY KEY (room, stay WITHOUT OVERLAPS));
