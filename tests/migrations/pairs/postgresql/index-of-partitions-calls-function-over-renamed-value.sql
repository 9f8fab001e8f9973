-- before
CREATE TYPE region AS ENUM ('eu', 'us');
CREATE FUNCTION currency(r region) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE r WHEN 'eu' THEN 'EUR' ELSE 'USD' END
$$;
CREATE TABLE shops (id int, region region NOT NULL, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE shops_eu PARTITION OF shops FOR VALUES IN ('eu');
CREATE INDEX shops_currency ON shops (currency(region));
-- rows
INSERT INTO shops VALUES (1, 'eu');
-- after
CREATE TYPE region AS ENUM (
    'asia',
    'eu',
    -- flash:rename us america
    'america'
);
CREATE FUNCTION currency(r region) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE r WHEN 'eu' THEN 'EUR' ELSE 'USD' END
$$;
CREATE TABLE shops (id int, region region NOT NULL, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE shops_eu PARTITION OF shops FOR VALUES IN ('eu');
CREATE INDEX shops_currency ON shops (currency(region));
