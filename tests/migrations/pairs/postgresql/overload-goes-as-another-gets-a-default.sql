-- before
CREATE TABLE setting (
    tenant int,
    key text,
    value text,
    PRIMARY KEY (tenant, key)
);
CREATE FUNCTION get_setting(t int, k text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT value FROM setting WHERE tenant = t AND key = k);
END $$;
CREATE FUNCTION get_setting(t int, k text, dflt text) RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(get_setting(t, k), dflt) $$;
CREATE VIEW locale AS SELECT tenant, get_setting(tenant, 'lang', 'en') AS lang FROM setting GROUP BY tenant;
-- rows
INSERT INTO setting VALUES (1, 'lang', 'sv'), (1, 'tz', 'UTC'), (2, 'tz', NULL);
-- after
CREATE TABLE setting (
    tenant int,
    key varchar(60) CHECK (key ~ '^[a-z_.]+$'),
    value text DEFAULT '',
    updated timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant, key)
);
CREATE FUNCTION get_setting(t int, k text, dflt text DEFAULT NULL) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT value FROM setting WHERE tenant = t AND key = k), dflt)
$$;
CREATE VIEW locale AS SELECT tenant, get_setting(tenant, 'lang', 'en') AS lang, get_setting(tenant, 'tz') AS tz FROM setting GROUP BY tenant;
CREATE TRIGGER setting_same BEFORE UPDATE ON setting FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
