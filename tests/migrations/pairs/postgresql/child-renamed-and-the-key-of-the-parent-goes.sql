-- before
CREATE TABLE insured (id integer PRIMARY KEY);
CREATE TABLE car (PRIMARY KEY (id)) INHERITS (insured);
-- rows
INSERT INTO insured VALUES (1);
INSERT INTO car VALUES (2);
-- after
-- flash:rename insured item
CREATE TABLE item (id integer);
-- flash:rename car vehicle
CREATE TABLE vehicle (PRIMARY KEY (id)) INHERITS (item);
