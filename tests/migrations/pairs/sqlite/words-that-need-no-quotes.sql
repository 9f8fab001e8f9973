-- Names that are words of SQL may stand in quotes or not: a rebuilt table has none.
-- before
CREATE TABLE date (text TEXT, "key" TEXT PRIMARY KEY, "check" INT CHECK ("check" > 0), [conflict] INT UNIQUE, "stored" INT);
-- rows
INSERT INTO date VALUES ('a', 'k', 1, 2, 3);
-- after
CREATE TABLE date (
    text TEXT NOT NULL, "key" TEXT PRIMARY KEY, "check" INT CHECK ("check" >= 0), "conflict" INT UNIQUE,
    "generated" INT, "always" INT, "virtual" INT AS ("stored" + "generated"), "stored" INT CHECK ("stored" > 1)
);
