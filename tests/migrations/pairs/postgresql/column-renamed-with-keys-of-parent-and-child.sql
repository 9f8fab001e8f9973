-- before
CREATE TABLE insured (id integer PRIMARY KEY);
CREATE TABLE car (PRIMARY KEY (id)) INHERITS (insured);
-- rows
INSERT INTO car VALUES (2);
-- after
CREATE TABLE insured (
    -- flash:rename id no
    no integer PRIMARY KEY);
CREATE TABLE car (PRIMARY KEY (no)) INHERITS (insured);
