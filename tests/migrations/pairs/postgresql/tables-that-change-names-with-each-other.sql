-- before
CREATE TABLE current (id int PRIMARY KEY, v text);
CREATE TABLE archive (id int PRIMARY KEY REFERENCES current, v text, gone date);
-- after
-- flash:rename current archive
CREATE TABLE archive (id int PRIMARY KEY, v text);
-- flash:rename archive current
CREATE TABLE current (id int PRIMARY KEY REFERENCES archive, v text, gone date);
-- refused
table "current" and "archive" change names with each other, and it cannot be told whether they have already
