-- before
CREATE TABLE u (id integer GENERATED ALWAYS AS IDENTITY, x int);
CREATE TABLE w (id serial, x int);
-- rows
INSERT INTO u (x) VALUES (1), (2);
INSERT INTO w (x) VALUES (1), (2);
-- after
-- flash:rename u u_r
CREATE TABLE u_r (
    -- flash:rename id id_r
    id_r integer NOT NULL,
    x int
);
-- flash:rename w w_r
CREATE TABLE w_r (
    -- flash:rename id id_r
    id_r integer NOT NULL,
    x int
);
