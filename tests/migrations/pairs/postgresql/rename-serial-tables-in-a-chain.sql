-- before
CREATE TABLE one (id serial PRIMARY KEY); CREATE TABLE two (id bigserial PRIMARY KEY);
CREATE TABLE own (id int PRIMARY KEY DEFAULT nextval('two_id_seq'));
-- rows
INSERT INTO one DEFAULT VALUES; INSERT INTO two DEFAULT VALUES; INSERT INTO own DEFAULT VALUES;
-- after
-- flash:rename two three
CREATE TABLE three (id bigserial PRIMARY KEY);
-- flash:rename one two
CREATE TABLE two (id serial PRIMARY KEY);
CREATE TABLE own (id int PRIMARY KEY DEFAULT nextval('three_id_seq'));
