-- before
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'fine');
CREATE DOMAIN short AS text CONSTRAINT is_short CHECK (length(value) < 10);
CREATE TYPE pair AS (one int, two int);
CREATE SEQUENCE numbers;
CREATE TABLE app.t (id int CONSTRAINT t_key PRIMARY KEY, feeling mood NOT NULL DEFAULT 'sad', s short, p pair,
    CONSTRAINT t_positive CHECK (id > 0), CHECK (feeling <> 'sad' OR id < 9));
CREATE INDEX t_by_feeling ON app.t (feeling);
CREATE VIEW app.sad_ones AS SELECT id FROM app.t WHERE feeling = 'sad';
CREATE MATERIALIZED VIEW app.fine_ones AS SELECT id FROM app.t;
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql AS 'SELECT x * 2';
-- rows
INSERT INTO app.t VALUES (1, 'sad', 'x', ROW(1, 2)), (2, 'fine', NULL, NULL);
-- after
CREATE SCHEMA app;
-- flash:rename mood feelings
CREATE TYPE feelings AS ENUM (
    'unhappy', -- @renamed from='sad'
    'fine'
);
-- flash:rename short brief
CREATE DOMAIN brief AS text CONSTRAINT is_short CHECK (length(value) < 10);
CREATE TYPE pair AS (
    -- flash:rename one first
    first int,
    two int
);
CREATE SEQUENCE counters; -- @renamed from=numbers
-- flash:rename t things
CREATE TABLE app.things (
    id int CONSTRAINT things_key PRIMARY KEY, -- flash:rename t_key things_key
    feeling feelings NOT NULL DEFAULT 'unhappy',
    s brief,
    p pair,
    -- flash:rename t_positive things_positive
    CONSTRAINT things_positive CHECK (id > 0),
    CHECK (feeling <> 'unhappy' OR id < 9)
);
-- flash:rename t_by_feeling things_by_feeling
CREATE INDEX things_by_feeling ON app.things (feeling);
-- flash:rename sad_ones unhappy_ones
CREATE VIEW app.unhappy_ones AS SELECT id FROM app.things WHERE feeling = 'unhappy';
-- flash:rename fine_ones fine_things
CREATE MATERIALIZED VIEW app.fine_things AS SELECT id FROM app.things;
-- flash:rename twice doubled
CREATE FUNCTION doubled(x int) RETURNS int LANGUAGE sql AS 'SELECT x * 2';
-- moved
SELECT id, feeling::text = 'sad', s, p::text FROM app.t ORDER BY id;
SELECT id, feeling::text = 'unhappy', s, p::text FROM app.things ORDER BY id;
