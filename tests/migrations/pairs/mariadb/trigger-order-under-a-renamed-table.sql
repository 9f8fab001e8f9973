-- before
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE TRIGGER first_one BEFORE INSERT ON t FOR EACH ROW SET new.a = 1;
CREATE TRIGGER other BEFORE INSERT ON t FOR EACH ROW SET new.a = new.a + 2;
-- after
-- flash:rename t u
CREATE TABLE u (id int PRIMARY KEY, a int);
CREATE TRIGGER first_one BEFORE INSERT ON u FOR EACH ROW SET new.a = 3;
CREATE TRIGGER other BEFORE INSERT ON u FOR EACH ROW SET new.a = new.a + 2;
