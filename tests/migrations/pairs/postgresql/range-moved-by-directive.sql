-- before
CREATE TYPE fr AS RANGE (subtype = float8, multirange_type_name = frs);
CREATE TABLE t (id int PRIMARY KEY, r fr);
-- rows
INSERT INTO t VALUES (1, '[1,2)');
-- after
CREATE SCHEMA s;
-- flash:rename fr s.fr
CREATE TYPE s.fr AS RANGE (subtype = float8, multirange_type_name = s.frs);
CREATE TABLE t (id int PRIMARY KEY, r s.fr);
