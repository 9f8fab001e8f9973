-- before
CREATE TABLE trips (
    id integer PRIMARY KEY,
    label varchar(20) NOT NULL CHECK (label <> ''),
    qty int NOT NULL CHECK (qty > 0),
    stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    kind varchar(10) NOT NULL CHECK (kind IN ('day', 'night')),
    code varchar(10) NOT NULL,
    degrees int NOT NULL CONSTRAINT cold CHECK (degrees < -10),
    note text,
    CONSTRAINT code_length CHECK (length(code) = 4)
);
-- rows
INSERT INTO trips VALUES (1, 'a', 1, 1, 'day', 'abcd', -11, 'x'), (2, 'b', 2, 2, 'night', 'bcde', -12, NULL);
-- after
CREATE TABLE trips (id integer PRIMARY KEY, note text);
