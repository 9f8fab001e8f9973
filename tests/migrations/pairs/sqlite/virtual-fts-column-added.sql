-- before
CREATE VIRTUAL TABLE f USING fts5(a, b);
CREATE VIEW v AS SELECT a FROM f;
-- rows
INSERT INTO f VALUES ('x', 'y');
-- after
CREATE VIRTUAL TABLE f USING fts5(a, b, c UNINDEXED, tokenize = 'porter');
CREATE VIEW v AS SELECT a FROM f;
