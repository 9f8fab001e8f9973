-- before
CREATE TABLE people (id serial PRIMARY KEY, fullname text NOT NULL, born date CONSTRAINT known NOT NULL, old int NOT NULL);
CREATE TABLE heirs (extra int) INHERITS (people);
-- rows
INSERT INTO people (fullname, born, old) VALUES ('a', '2020-01-01', 1);
-- after
-- flash:rename people persons
CREATE TABLE persons (
    id serial PRIMARY KEY,
    full_name text NOT NULL, -- @renamed from=fullname
    born date CONSTRAINT known NOT NULL,
    later int
);
CREATE TABLE heirs (extra int) INHERITS (persons);
-- moved
SELECT replace(replace(conname, 'people', 'persons'), 'fullname', 'full_name') FROM pg_constraint
WHERE contype = 'n' AND connamespace = 'public'::regnamespace AND conname NOT LIKE '%old%' ORDER BY 1;
SELECT conname FROM pg_constraint WHERE contype = 'n' AND connamespace = 'public'::regnamespace ORDER BY 1;
