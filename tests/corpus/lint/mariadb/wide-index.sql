-- fires
CREATE INDEX i ON t (a, b, c, d);

-- quiet
CREATE INDEX i ON t (a, b, c);

-- quiet
CREATE UNIQUE INDEX i ON t (a, b, c, d);
