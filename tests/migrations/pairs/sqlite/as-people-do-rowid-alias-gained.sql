-- before
CREATE TABLE ev (kind TEXT, payload JSON);
CREATE INDEX ev_type ON ev (json_extract(payload, '$.type'));
-- rows
INSERT INTO ev (rowid, kind, payload) VALUES (5,'a','{"type":1}'),(8,'b',NULL),(2,NULL,'{}');
-- after
CREATE TABLE ev (id INTEGER PRIMARY KEY, kind TEXT, payload JSON CHECK (payload IS NULL OR json_valid(payload)));
CREATE INDEX ev_type ON ev (payload ->> '$.type', kind);
