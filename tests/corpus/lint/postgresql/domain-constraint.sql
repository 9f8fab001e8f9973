-- fires
CREATE DOMAIN d AS text CHECK (value <> '');

-- fires
ALTER DOMAIN d ADD CONSTRAINT c CHECK (value <> '');

-- quiet
CREATE DOMAIN d AS text;

-- quiet
ALTER DOMAIN d SET DEFAULT 'x';
