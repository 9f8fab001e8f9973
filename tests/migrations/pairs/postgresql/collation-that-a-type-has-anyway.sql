-- before
CREATE TABLE session (
    sid varchar NOT NULL COLLATE "default" PRIMARY KEY,
    data text COLLATE pg_catalog."default",
    name name COLLATE "default",
    mark text COLLATE "C"
);
ALTER TABLE session ALTER COLUMN data TYPE varchar(20) COLLATE "default";

-- rows
INSERT INTO session VALUES ('a', 'b', 'c', 'd');

-- after
CREATE TABLE session (
    sid varchar NOT NULL PRIMARY KEY,
    data varchar(20),
    name name COLLATE "default",
    mark text COLLATE "default"
);
