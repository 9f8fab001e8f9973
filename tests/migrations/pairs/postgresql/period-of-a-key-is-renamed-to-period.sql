-- before
CREATE EXTENSION btree_gist;
CREATE TABLE flats (id int, valid daterange, rent numeric NOT NULL, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE leases (id int PRIMARY KEY, flat int NOT NULL, valid daterange NOT NULL, tenant text, FOREIGN KEY (flat, PERIOD valid) REFERENCES flats (id, PERIOD valid));
CREATE VIEW rents AS SELECT l.tenant, f.rent FROM leases l JOIN flats f ON f.id = l.flat AND f.valid && l.valid;
-- rows
INSERT INTO flats VALUES (1, '[2024-01-01,2025-01-01)', 500);
INSERT INTO leases VALUES (1, 1, '[2024-02-01,2024-05-01)', 'T');
-- after
CREATE EXTENSION btree_gist;
CREATE TABLE flats (id bigint,
  -- flash:rename valid period
  period daterange, rent numeric(8,2) NOT NULL, PRIMARY KEY (id, period WITHOUT OVERLAPS));
CREATE TABLE leases (id int PRIMARY KEY, flat bigint NOT NULL, valid daterange NOT NULL, tenant text NOT NULL, FOREIGN KEY (flat, PERIOD valid) REFERENCES flats (id, PERIOD period));
CREATE VIEW rents AS SELECT l.tenant, f.rent FROM leases l JOIN flats f ON f.id = l.flat AND f.period && l.valid;
