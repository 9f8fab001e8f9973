-- before
CREATE DOMAIN positive AS numeric(12,3) CHECK (VALUE > 0);
CREATE DOMAIN ha AS positive CONSTRAINT not_huge CHECK (VALUE < 500);
CREATE DOMAIN grape AS text NOT NULL DEFAULT 'silvaner' CHECK (VALUE = lower(VALUE));
CREATE TABLE plots (id int PRIMARY KEY, area ha NOT NULL, variety grape, sold positive[]);
CREATE VIEW large_plots AS SELECT id, area, variety FROM plots WHERE area > 10;
CREATE FUNCTION yield_of(a ha, factor positive DEFAULT 2) RETURNS positive LANGUAGE sql IMMUTABLE AS $$ SELECT a * factor $$;
CREATE VIEW yields AS SELECT id, yield_of(area) AS y FROM plots;
COMMENT ON DOMAIN ha IS 'land in use';
-- rows
INSERT INTO plots VALUES (1, 12.500, 'pinot', '{1.000,2.000}'), (2, 3.000, DEFAULT, NULL);
-- after
CREATE DOMAIN positive AS numeric CHECK (VALUE > 0);
CREATE DOMAIN hectares AS positive CHECK (VALUE < 1000);
CREATE DOMAIN grape AS text NOT NULL DEFAULT 'riesling' CHECK (VALUE = lower(VALUE));
CREATE TABLE plots (id int PRIMARY KEY, area hectares NOT NULL, variety grape, sold positive[]);
CREATE VIEW large_plots AS SELECT id, area, variety FROM plots WHERE area > 10;
CREATE FUNCTION yield_of(a hectares, factor positive DEFAULT 2) RETURNS positive LANGUAGE sql IMMUTABLE AS $$ SELECT a * factor $$;
CREATE VIEW yields AS SELECT id, yield_of(area) AS y FROM plots;
COMMENT ON DOMAIN hectares IS 'land';
