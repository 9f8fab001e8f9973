-- before
CREATE SCHEMA s;
CREATE TYPE s.mood AS ENUM ('x','y');
CREATE DOMAIN s.pos AS int CHECK (VALUE > 0) NOT NULL;
CREATE TYPE s.pair AS (l int, r s.mood);
CREATE SEQUENCE s.num;
CREATE FUNCTION s.one(a int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION s.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE s.par (id int PRIMARY KEY, code text CONSTRAINT par_code UNIQUE, m s.mood DEFAULT 'x'::s.mood);
CREATE INDEX par_ix ON s.par (m) WHERE m <> 'y'::s.mood;
CREATE TABLE made (a s.mood DEFAULT 'x'::s.mood, b int DEFAULT nextval('s.num'::regclass), c int DEFAULT s.one(), d s.pos DEFAULT 2, e s.pair DEFAULT ROW(1,'x')::s.pair, id int, g int GENERATED ALWAYS AS (s.one(id)) STORED);
CREATE TABLE checked (id int CHECK (s.one(id) > 0), a s.mood, CONSTRAINT k CHECK (a = ANY (ARRAY['x'::s.mood, 'y'::s.mood])), p s.pair CHECK ((p).l > 0));
COMMENT ON CONSTRAINT k ON checked IS 'k';
CREATE TABLE indexed (id int, a s.mood, p s.pair);
CREATE INDEX u1 ON indexed (s.one(id)) WHERE a = 'x'::s.mood;
CREATE INDEX ON indexed (((p).l));
CREATE INDEX ON s.par (lower(code), m);
CREATE TABLE parts (k s.mood, n int DEFAULT s.one()) PARTITION BY LIST (k);
CREATE TABLE parts_x PARTITION OF parts FOR VALUES IN ('x');
CREATE TABLE kid (extra int) INHERITS (s.par);
CREATE INDEX ON kid (code);
CREATE TABLE h (id int) PARTITION BY HASH (s.one(id));
CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE DOMAIN dom AS s.mood CHECK (VALUE <> 'y'::s.mood) DEFAULT 'x'::s.mood;
CREATE TYPE comp AS (a s.pos, b s.pair, c s.mood[]);
CREATE TABLE held (a dom, b comp, c s.pair[], d s.mood[] DEFAULT ARRAY['x'::s.mood]);
CREATE TABLE typed OF s.pair;
-- rows
INSERT INTO s.par VALUES (1,'a','x'),(2,'b','y');
-- after
CREATE SCHEMA s;
CREATE TYPE s.mood AS ENUM ('x','y');
CREATE DOMAIN s.pos AS int CHECK (VALUE > 0) NOT NULL;
CREATE TYPE s.pair AS (
-- flash:rename l lft
lft int, r s.mood);
CREATE SEQUENCE s.num;
CREATE FUNCTION s.one(a int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION s.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE s.par (id int PRIMARY KEY, code text CONSTRAINT par_code UNIQUE, m s.mood DEFAULT 'x'::s.mood);
CREATE INDEX par_ix ON s.par (m) WHERE m <> 'y'::s.mood;
CREATE TABLE made (a s.mood DEFAULT 'x'::s.mood, b int DEFAULT nextval('s.num'::regclass), c int DEFAULT s.one(), d s.pos DEFAULT 2, e s.pair DEFAULT ROW(1,'x')::s.pair, id int, g int GENERATED ALWAYS AS (s.one(id)) STORED);
CREATE TABLE checked (id int CHECK (s.one(id) > 0), a s.mood, CONSTRAINT k CHECK (a = ANY (ARRAY['x'::s.mood, 'y'::s.mood])), p s.pair CHECK ((p).lft > 0));
COMMENT ON CONSTRAINT k ON checked IS 'k';
CREATE TABLE indexed (id int, a s.mood, p s.pair);
CREATE INDEX u1 ON indexed (s.one(id)) WHERE a = 'x'::s.mood;
CREATE INDEX ON indexed (((p).lft));
CREATE INDEX ON s.par (lower(code), m);
CREATE TABLE parts (k s.mood, n int DEFAULT s.one()) PARTITION BY LIST (k);
CREATE TABLE parts_x PARTITION OF parts FOR VALUES IN ('x');
CREATE TABLE kid (extra int) INHERITS (s.par);
CREATE INDEX ON kid (code);
CREATE TABLE h (id int) PARTITION BY HASH (s.one(id));
CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE DOMAIN dom AS s.mood CHECK (VALUE <> 'y'::s.mood) DEFAULT 'x'::s.mood;
CREATE TYPE comp AS (a s.pos, b s.pair, c s.mood[]);
CREATE TABLE held (a dom, b comp, c s.pair[], d s.mood[] DEFAULT ARRAY['x'::s.mood]);
CREATE TABLE typed OF s.pair;
