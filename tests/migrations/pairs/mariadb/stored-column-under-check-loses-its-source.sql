-- before
CREATE TABLE o (
  id int PRIMARY KEY,
  b smallint,
  d int,
  a bigint AS (b + 3) STORED,
  e bigint AS (b + d) STORED,
  CONSTRAINT c1 CHECK (a <> 7),
  CHECK (e > d)
);
-- rows
INSERT INTO o (id, b, d) VALUES (1, 2, 3), (2, NULL, 4);
-- after
CREATE TABLE o (
  id int PRIMARY KEY,
  d int,
  a bigint,
  e bigint AS (d + 1) STORED,
  CONSTRAINT c1 CHECK (a <> 7),
  CHECK (e > d)
);
