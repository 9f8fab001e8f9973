-- before
CREATE TABLE items (
  id int PRIMARY KEY,
  a int,
  FOREIGN KEY (a) REFERENCES items (id)
);
-- rows
INSERT INTO items VALUES (1, NULL), (2, 1), (3, 1);
-- after
CREATE TABLE items (
  id int PRIMARY KEY,
  a int,
  c bigint DEFAULT 0,
  UNIQUE KEY k3 (a, c),
  KEY a (a)
);
