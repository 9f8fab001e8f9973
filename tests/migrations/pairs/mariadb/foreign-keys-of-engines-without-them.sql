-- before
CREATE TABLE people (id INT PRIMARY KEY, boss INT, CONSTRAINT to_boss FOREIGN KEY (boss) REFERENCES people (id) ON DELETE CASCADE) ENGINE=MyISAM;
CREATE TABLE pets (id INT PRIMARY KEY, owner INT, KEY by_owner (owner, id), FOREIGN KEY (owner) REFERENCES people (id), FOREIGN KEY (id) REFERENCES nowhere (id)) ENGINE=Aria;
-- rows
INSERT INTO people VALUES (1, NULL), (2, 1); INSERT INTO pets VALUES (1, 5);
-- after
CREATE TABLE people (id INT PRIMARY KEY, boss INT, chief INT, CONSTRAINT to_boss FOREIGN KEY (boss) REFERENCES people (id), CONSTRAINT to_chief FOREIGN KEY (chief) REFERENCES people (id)) ENGINE=MyISAM;
CREATE TABLE pets (id INT PRIMARY KEY, owner INT, KEY by_owner (owner, id)) ENGINE=MyISAM;
