-- before
CREATE TABLE alarms (id serial PRIMARY KEY, device_id uuid, level int NOT NULL DEFAULT 1);
-- rows
INSERT INTO alarms (level) VALUES (4);
-- after
CREATE TABLE alarms (id serial PRIMARY KEY, device_id uuid, level int NOT NULL DEFAULT 1);
CREATE TABLE smoke_alarms (room text, PRIMARY KEY (id)) INHERITS (alarms);
CREATE TABLE fire_alarms (
    floor int,
    UNIQUE (id),
    FOREIGN KEY (level) REFERENCES alarms (id),
    CONSTRAINT one_a_floor UNIQUE (floor, level)
) INHERITS (alarms);
