-- before
CREATE TABLE samples (device int, at timestamptz, value float8, PRIMARY KEY (device, at));
CREATE TABLE alarms (id int PRIMARY KEY, device int, at timestamptz, FOREIGN KEY (device, at) REFERENCES samples);
CREATE VIEW hot AS SELECT device, max(value) AS top FROM samples GROUP BY device;
-- rows
INSERT INTO samples VALUES (1, '2025-01-01', 20);
INSERT INTO alarms VALUES (1, 1, '2025-01-01');
-- after
CREATE TABLE samples (device int, at timestamp(3), value float8, CONSTRAINT sample_key PRIMARY KEY (device, at));
CREATE TABLE alarms (id int PRIMARY KEY, device int, at timestamp(3), FOREIGN KEY (device, at) REFERENCES samples);
CREATE VIEW hot AS SELECT device, max(value) AS top FROM samples GROUP BY device;
