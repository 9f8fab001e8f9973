-- before
CREATE TABLE city (id int PRIMARY KEY);
CREATE TABLE emp (id int PRIMARY KEY, boss int, city int, CONSTRAINT has_boss FOREIGN KEY (boss) REFERENCES emp (id));
CREATE TABLE shop (id int PRIMARY KEY, city int, CONSTRAINT in_city FOREIGN KEY (city) REFERENCES city (id));
CREATE TABLE kiosk (id int PRIMARY KEY, city int);
-- rows
INSERT INTO city VALUES (1);
INSERT INTO emp VALUES (1, NULL, 1), (2, 1, 1);
INSERT INTO shop VALUES (1, 1);
INSERT INTO kiosk VALUES (1, 1);
-- after
CREATE TABLE city (id int PRIMARY KEY);
CREATE TABLE employee (id int PRIMARY KEY, boss int, CONSTRAINT Has_Boss FOREIGN KEY (boss) REFERENCES employee (id));
CREATE TABLE kiosk (id int PRIMARY KEY, city int, CONSTRAINT in_city FOREIGN KEY (city) REFERENCES city (id));
