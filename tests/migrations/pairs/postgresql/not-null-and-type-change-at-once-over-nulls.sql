-- before
CREATE TABLE ev (id int PRIMARY KEY, at date, n text);
CREATE VIEW evs AS SELECT id, at FROM ev;
-- rows
INSERT INTO ev VALUES (1, NULL, NULL), (2, '2024-01-01', '5');
-- after
CREATE TABLE ev (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), n int NOT NULL DEFAULT 1);
CREATE VIEW evs AS SELECT id, at FROM ev;
