-- before
CREATE VIRTUAL TABLE d USING fts5(title, body, tag UNINDEXED);
CREATE VIRTUAL TABLE s USING fts4(one, two, tokenize=porter);
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1, +note TEXT);
-- rows
INSERT INTO d (title, body, tag) VALUES ('a', 'b', 'c'), ('d', 'e', 'f');
INSERT INTO s VALUES ('hello', 'world');
INSERT INTO box VALUES (1, 2, 3, 'n');
-- after
-- flash:rename d docs
CREATE VIRTUAL TABLE docs USING fts5(
    title,
    -- flash:rename body content_text
    content_text,
    tag UNINDEXED
);
CREATE VIRTUAL TABLE s USING fts4(
    first, -- @renamed from=one
    -- @renamed from=two
    second,
    tokenize=porter
);
CREATE VIRTUAL TABLE box USING rtree(
    id,
    -- flash:rename x0 west
    west,
    x1,
    -- flash:rename note remark
    +remark TEXT
);
-- moved
SELECT rowid, title, body, tag FROM d;
SELECT rowid, title, content_text, tag FROM docs;
SELECT one, two FROM s;
SELECT first, second FROM s;
SELECT x0, note FROM box;
SELECT west, remark FROM box;
