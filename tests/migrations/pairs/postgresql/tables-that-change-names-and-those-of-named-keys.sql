-- before
CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, x text);
CREATE TABLE b (id int CONSTRAINT b_key PRIMARY KEY, y text);
-- rows
INSERT INTO a VALUES (1,'a'); INSERT INTO b VALUES (2,'b');
-- after
-- flash:rename b a
CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, -- @renamed from=b_key
 y text);
-- flash:rename a b
CREATE TABLE b (id int CONSTRAINT b_key PRIMARY KEY, -- @renamed from=a_key
 x text);
