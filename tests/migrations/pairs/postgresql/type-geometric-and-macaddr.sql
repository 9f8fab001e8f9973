-- before
CREATE TABLE g (id int PRIMARY KEY, m macaddr, b box, c circle, p polygon);
-- rows
INSERT INTO g VALUES (1, '00:00:00:00:00:01', '((0,0),(2,2))', '<(1,1),1>', '((0,0),(0,2),(2,2))');
-- after
CREATE TABLE g (id int PRIMARY KEY, m macaddr8, b polygon, c box, p path);
