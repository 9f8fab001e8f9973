-- before
CREATE TABLE ev (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object'), n int CHECK (n > 0));
-- rows
INSERT INTO ev (body) VALUES ('{}');
-- after
CREATE TABLE ev (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object'), n int CHECK (n > 0));
CREATE TABLE ev_archive (LIKE ev INCLUDING ALL);
CREATE TABLE ev_bare (LIKE ev INCLUDING DEFAULTS INCLUDING CONSTRAINTS, gone timestamptz);
