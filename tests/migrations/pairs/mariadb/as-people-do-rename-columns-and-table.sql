-- before
CREATE TABLE people (id INT AUTO_INCREMENT PRIMARY KEY, fullname VARCHAR(50) NOT NULL, age INT, KEY by_name (fullname), CHECK (age > 0));
CREATE TABLE pet (id INT PRIMARY KEY, owner INT, FOREIGN KEY (owner) REFERENCES people (id));
CREATE VIEW adults AS SELECT fullname FROM people WHERE age > 17;
-- rows
INSERT INTO people (fullname, age) VALUES ('A',1),('''',NULL); INSERT INTO pet VALUES (1,1);
-- after
-- flash:rename people users
CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(80) NOT NULL, -- @renamed from=fullname
 age SMALLINT, KEY by_name (name), CHECK (age > 0));
CREATE TABLE pet (id INT PRIMARY KEY, owner INT, FOREIGN KEY (owner) REFERENCES users (id) ON DELETE SET NULL);
CREATE VIEW adults AS SELECT name FROM users WHERE age > 17;
