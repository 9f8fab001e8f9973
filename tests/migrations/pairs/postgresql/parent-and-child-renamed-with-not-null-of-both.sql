-- before
CREATE TABLE insured (id integer NOT NULL);
CREATE TABLE car (PRIMARY KEY (id)) INHERITS (insured);
-- rows
INSERT INTO car VALUES (2);
-- after
-- flash:rename insured item
CREATE TABLE item (id integer NOT NULL);
-- flash:rename car vehicle
CREATE TABLE vehicle (PRIMARY KEY (id)) INHERITS (item);
