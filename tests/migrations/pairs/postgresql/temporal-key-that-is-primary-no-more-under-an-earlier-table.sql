-- before
CREATE EXTENSION btree_gist;
CREATE TABLE departments (id int PRIMARY KEY, boss int);
CREATE TABLE staff (id int PRIMARY KEY, department int REFERENCES departments);
ALTER TABLE departments ADD CONSTRAINT led_by FOREIGN KEY (boss) REFERENCES staff;
CREATE TABLE salaries (staff int NOT NULL REFERENCES staff, during daterange NOT NULL, CONSTRAINT salaries_pk PRIMARY KEY (staff, during WITHOUT OVERLAPS));
CREATE TABLE absences (staff int NOT NULL, during daterange NOT NULL, CONSTRAINT while_paid FOREIGN KEY (staff, PERIOD during) REFERENCES salaries (staff, PERIOD during));
-- rows
INSERT INTO departments VALUES (1);
INSERT INTO staff VALUES (1, 1);
INSERT INTO salaries VALUES (1, '[2020-01-01,2030-01-01)');
INSERT INTO absences VALUES (1, '[2024-01-01,2024-02-01)');
-- after
CREATE EXTENSION btree_gist;
CREATE TABLE departments (id int PRIMARY KEY, boss int);
CREATE TABLE staff (id int PRIMARY KEY, department int REFERENCES departments);
ALTER TABLE departments ADD CONSTRAINT led_by FOREIGN KEY (boss) REFERENCES staff;
CREATE TABLE salaries (staff int NOT NULL REFERENCES staff, during daterange NOT NULL, CONSTRAINT salaries_uq UNIQUE (staff, during WITHOUT OVERLAPS));
CREATE TABLE absences (staff int NOT NULL, during daterange NOT NULL, CONSTRAINT while_paid FOREIGN KEY (staff, PERIOD during) REFERENCES salaries (staff, PERIOD during));
