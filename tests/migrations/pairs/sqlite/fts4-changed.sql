-- before
CREATE VIRTUAL TABLE f USING fts4(a, b);
-- rows
INSERT INTO f VALUES ('x', 'y');
-- after
CREATE VIRTUAL TABLE f USING fts4(a, b, tokenize=porter);
