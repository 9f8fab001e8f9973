-- before
CREATE EXTENSION btree_gist;
CREATE TABLE emp (id int, valid tstzrange, dept int, salary numeric, UNIQUE (id, valid WITHOUT OVERLAPS));
CREATE TABLE task (id int, valid tstzrange, emp int, PRIMARY KEY (id, valid WITHOUT OVERLAPS), FOREIGN KEY (emp, PERIOD valid) REFERENCES emp (id, PERIOD valid));
-- rows
INSERT INTO emp VALUES (1,'[2024-01-01,2025-01-01)',1,10.5); INSERT INTO task VALUES (1,'[2024-02-01,2024-03-01)',1);
-- after
CREATE EXTENSION btree_gist;
-- flash:rename emp employee
CREATE TABLE employee (id bigint,
  -- flash:rename valid during
  during tstzrange, dept int, salary numeric(10,2), UNIQUE (id, during WITHOUT OVERLAPS), CHECK (salary > 0));
CREATE TABLE task (id int, valid tstzrange, emp bigint, PRIMARY KEY (id, valid WITHOUT OVERLAPS), FOREIGN KEY (emp, PERIOD valid) REFERENCES employee (id, PERIOD during));
