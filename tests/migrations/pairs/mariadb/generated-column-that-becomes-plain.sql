-- What was computed stays where the column is not computed any more.
-- before
CREATE TABLE sums (
    id int PRIMARY KEY, a int, b int,
    total int AS (a + b) STORED,
    twice int AS (a * 2) STORED,
    KEY by_total (total)
);
-- rows
INSERT INTO sums (id, a, b) VALUES (1, 2, 3), (2, NULL, 7);
-- after
CREATE TABLE sums (
    id int PRIMARY KEY,
    twice bigint NOT NULL DEFAULT 5, a int,
    b int, total int,
    KEY by_total (total)
);
-- moved
SELECT id, a, b, total, a * 2 FROM sums;
SELECT id, a, b, total, nullif(twice, 5) FROM sums;
