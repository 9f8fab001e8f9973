-- before
CREATE TYPE kind AS ENUM ('air', 'sea', 'soil');
CREATE TABLE obs (id int, ts date, kind kind NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE obs_air PARTITION OF obs FOR VALUES IN ('air') PARTITION BY RANGE (ts);
CREATE TABLE obs_air_1 PARTITION OF obs_air FOR VALUES FROM ('2020-01-01') TO ('2030-01-01');
CREATE TABLE obs_sea PARTITION OF obs FOR VALUES IN ('sea');
CREATE TABLE obs_other PARTITION OF obs DEFAULT;
CREATE UNIQUE INDEX obs_uq ON obs (id, ts, kind);
CREATE INDEX obs_ts ON ONLY obs (ts);
CREATE INDEX obs_sea_ts ON obs_sea (ts);
ALTER INDEX obs_ts ATTACH PARTITION obs_sea_ts;
-- rows
INSERT INTO obs VALUES (1, '2024-01-01', 'air'), (2, '2024-01-01', 'sea');
-- after
CREATE TYPE kind AS ENUM ('air', 'sea');
CREATE TABLE obs (id int, ts date, kind kind NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE obs_air PARTITION OF obs FOR VALUES IN ('air') PARTITION BY RANGE (ts);
CREATE TABLE obs_air_1 PARTITION OF obs_air FOR VALUES FROM ('2020-01-01') TO ('2030-01-01');
CREATE TABLE obs_sea PARTITION OF obs FOR VALUES IN ('sea');
CREATE TABLE obs_other PARTITION OF obs DEFAULT;
CREATE UNIQUE INDEX obs_uq ON obs (id, ts, kind);
CREATE INDEX obs_ts ON ONLY obs (ts);
CREATE INDEX obs_sea_ts ON obs_sea (ts);
ALTER INDEX obs_ts ATTACH PARTITION obs_sea_ts;
