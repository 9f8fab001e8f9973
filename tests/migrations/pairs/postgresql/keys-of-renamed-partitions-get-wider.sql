-- before
CREATE TABLE moisture (probe_id int NOT NULL, taken date NOT NULL, place int NOT NULL, value real, PRIMARY KEY (probe_id, taken), UNIQUE (place, taken)) PARTITION BY RANGE (taken);
CREATE TABLE moisture_2023 PARTITION OF moisture FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE moisture_2024 PARTITION OF moisture FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- rows
INSERT INTO moisture VALUES (1, '2023-05-05', 4, 0.1), (2, '2024-02-02', 5, 0.5);
-- after
CREATE TABLE moisture (
  -- flash:rename probe_id sensor_id
  sensor_id int NOT NULL, taken date NOT NULL,
  -- flash:rename place bed
  bed int NOT NULL, value real, depth int NOT NULL DEFAULT 1, PRIMARY KEY (sensor_id, taken, depth), UNIQUE (bed, taken, depth)) PARTITION BY RANGE (taken);
-- flash:rename moisture_2023 moisture_old
CREATE TABLE moisture_old PARTITION OF moisture FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE moisture_2024 PARTITION OF moisture FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
