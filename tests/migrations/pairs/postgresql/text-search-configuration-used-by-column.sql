-- before
CREATE TEXT SEARCH CONFIGURATION en (COPY = english);
CREATE TABLE art (id int PRIMARY KEY, body text, tsv tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED);
CREATE INDEX art_tsv ON art USING gin (tsv);
-- rows
INSERT INTO art VALUES (1,'cats');
-- after
CREATE TEXT SEARCH DICTIONARY plain_dict (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION en ALTER MAPPING FOR asciiword WITH plain_dict;
CREATE TABLE art (id int PRIMARY KEY, body text, tsv tsvector GENERATED ALWAYS AS (to_tsvector('en', body)) STORED);
CREATE INDEX art_tsv ON art USING gin (tsv);
COMMENT ON TEXT SEARCH CONFIGURATION en IS 'mine';
