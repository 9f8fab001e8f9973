-- before
CREATE TABLE boats (no integer NOT NULL, name text NOT NULL);
CREATE TABLE cars (no integer NOT NULL, seats integer);
CREATE TABLE floating () INHERITS (boats, cars);
CREATE TABLE rafts () INHERITS (floating);

-- rows
INSERT INTO boats VALUES (1, 'a');
INSERT INTO floating VALUES (2, 'b', 4);

-- after
-- flash:rename boats ships
CREATE TABLE ships (no integer NOT NULL, name text NOT NULL);
CREATE TABLE cars (no integer NOT NULL, seats integer);
CREATE TABLE floating () INHERITS (ships, cars);
CREATE TABLE rafts () INHERITS (floating);
