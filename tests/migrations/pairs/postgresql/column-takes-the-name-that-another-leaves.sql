-- before
CREATE TABLE w (id int PRIMARY KEY, a int NOT NULL, b text);
-- rows
INSERT INTO w VALUES (1, 5, 'five'), (2, 6, NULL);
-- after
CREATE TABLE w (
    id int PRIMARY KEY,
    b int NOT NULL, -- @renamed from=a
    c text -- @renamed from=b
);
-- moved
SELECT a, b FROM w;
SELECT b, c FROM w;
