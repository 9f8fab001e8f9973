-- before
CREATE TABLE m (id int, at date NOT NULL, v int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m_2024 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE m_rest PARTITION OF m DEFAULT;
CREATE INDEX m_v ON m (v);
-- rows
INSERT INTO m VALUES (1,'2024-02-02',3),(2,'2023-01-01',4);
-- after
CREATE SCHEMA tele;
-- flash:rename m tele.m
CREATE TABLE tele.m (id int, at date NOT NULL, v int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
-- flash:rename m_2024 tele.m_2024
CREATE TABLE tele.m_2024 PARTITION OF tele.m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- flash:rename m_rest tele.m_rest
CREATE TABLE tele.m_rest PARTITION OF tele.m DEFAULT;
CREATE INDEX m_v ON tele.m (v);
