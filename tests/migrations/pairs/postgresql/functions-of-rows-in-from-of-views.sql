-- before
CREATE TABLE item (id int PRIMARY KEY, name text);
CREATE FUNCTION first_of(item) RETURNS item LANGUAGE sql STABLE AS $$ SELECT $1 $$;
CREATE VIEW cn AS SELECT (first_of(i)).name FROM item i;
CREATE VIEW co AS SELECT x.name FROM item i, LATERAL first_of(i) x;
CREATE VIEW cp AS SELECT x.name FROM item i, ROWS FROM (first_of(i), generate_series(1, 2)) WITH ORDINALITY x(id, name);
-- rows
-- after
CREATE TABLE item (id int PRIMARY KEY, name text, note text);
CREATE FUNCTION first_of(item) RETURNS item LANGUAGE sql STABLE AS $$ SELECT $1 $$;
CREATE VIEW cn AS SELECT (first_of(i)).name FROM item i;
CREATE VIEW co AS SELECT x.name FROM item i, LATERAL first_of(i) x;
CREATE VIEW cp AS SELECT x.name FROM item i, ROWS FROM (first_of(i), generate_series(1, 2)) WITH ORDINALITY x(id, name);
