-- before
CREATE TABLE jar (
    id INT PRIMARY KEY,
    grams DECIMAL(8,2),
    kilos DECIMAL(9,4) AS (grams / 1000) VIRTUAL,
    label VARCHAR(20) AS (concat('#', id)) VIRTUAL,
    half DECIMAL(9,4) AS (kilos / 2) VIRTUAL,
    noted TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP,
    KEY by_kilos (kilos)
);

-- rows
INSERT INTO jar (id, grams) VALUES (1, 250), (2, NULL);

-- after
CREATE TABLE jar (
    id INT PRIMARY KEY,
    grams DECIMAL(8,2),
    kilos DECIMAL(9,4) NOT NULL DEFAULT 9 CHECK (kilos >= 0),
    label VARCHAR(20) DEFAULT 'none',
    half DECIMAL(9,4) AS (kilos / 2) VIRTUAL,
    noted TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP,
    KEY by_kilos (kilos)
);

-- moved
SELECT id, coalesce(kilos, 9), label, noted FROM jar;
SELECT id, kilos, label, noted FROM jar;
