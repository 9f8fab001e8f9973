-- before
CREATE TABLE inv (id INTEGER PRIMARY KEY, net REAL NOT NULL, rate REAL NOT NULL DEFAULT 0.19, tax REAL AS (net * rate), gross REAL GENERATED ALWAYS AS (net + tax) STORED);
CREATE INDEX inv_gross ON inv (gross);
CREATE VIEW big AS SELECT id, gross FROM inv WHERE gross > 1000;
-- rows
INSERT INTO inv (id, net, rate) VALUES (1, 100, 0.19),(2, 1e4, 0);
-- after
CREATE TABLE inv (id INTEGER PRIMARY KEY, net REAL NOT NULL, rate REAL NOT NULL DEFAULT 0.2, tax REAL AS (round(net * rate, 2)) STORED, gross REAL GENERATED ALWAYS AS (net + tax) VIRTUAL, note TEXT);
CREATE INDEX inv_gross ON inv (gross, tax);
CREATE VIEW big AS SELECT id, gross, tax FROM inv WHERE gross > 1000;
