-- before
CREATE TYPE lvl AS ENUM ('low','high');
CREATE TYPE lvlrange AS RANGE (subtype = lvl);
CREATE TABLE ev (l lvl NOT NULL, r lvlrange DEFAULT '[low,high]', ls lvl[] DEFAULT '{low}') PARTITION BY LIST (l);
CREATE TABLE ev_low PARTITION OF ev FOR VALUES IN ('low');
CREATE TABLE ev_rest PARTITION OF ev DEFAULT;
-- rows
INSERT INTO ev VALUES ('low', DEFAULT, DEFAULT), ('high', NULL, NULL);
-- after
CREATE TYPE lvl AS ENUM ('none','low','mid','high','max');
CREATE TYPE lvlrange AS RANGE (subtype = lvl);
CREATE TABLE ev (l lvl NOT NULL DEFAULT 'mid', r lvlrange DEFAULT '[none,max]', ls lvl[] DEFAULT '{low,mid}', CHECK (l <> 'none')) PARTITION BY LIST (l);
CREATE TABLE ev_low PARTITION OF ev FOR VALUES IN ('low','mid');
CREATE TABLE ev_max PARTITION OF ev FOR VALUES IN ('max');
CREATE TABLE ev_rest PARTITION OF ev DEFAULT;
