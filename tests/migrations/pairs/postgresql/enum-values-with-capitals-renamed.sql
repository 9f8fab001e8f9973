-- before
CREATE TYPE unit AS ENUM ('C', 'F', 'Pa', 'low');
CREATE TABLE samples (id int PRIMARY KEY, unit unit NOT NULL DEFAULT 'Pa');
-- rows
INSERT INTO samples VALUES (1, 'Pa'), (2, 'F'), (3, 'C');
-- after
CREATE TYPE unit AS ENUM (
    -- @renamed from=C
    'Celsius',
    'F',
    -- flash:rename Pa hPa
    'hPa',
    -- flash:rename low 'Low'
    'Low'
);
CREATE TABLE samples (id int PRIMARY KEY, unit unit NOT NULL DEFAULT 'hPa');
-- moved
SELECT id, CASE unit WHEN 'Pa' THEN 'hPa' WHEN 'C' THEN 'Celsius' ELSE unit::text END FROM samples;
SELECT id, unit::text FROM samples;
