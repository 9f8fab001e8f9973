-- before
CREATE TABLE cats (id int PRIMARY KEY, sex "char" DEFAULT 'f', size "char" NOT NULL, stripes "char");
-- rows
INSERT INTO cats VALUES (1, 'm', '3', 't'), (2, NULL, '9', NULL);
-- after
CREATE TYPE sex AS ENUM ('m', 'f');
CREATE TABLE cats (id int PRIMARY KEY, sex sex DEFAULT 'f', size varchar(3) NOT NULL, stripes bool);
