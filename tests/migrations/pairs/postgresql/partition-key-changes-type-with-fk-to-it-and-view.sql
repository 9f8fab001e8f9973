-- before
CREATE TABLE m (id int NOT NULL, k int NOT NULL, v text, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
CREATE TABLE r (id int PRIMARY KEY, m_id int, k int, FOREIGN KEY (m_id, k) REFERENCES m (id, k));
CREATE VIEW mv AS SELECT id, v FROM m WHERE k = 1;
-- rows
INSERT INTO m VALUES (1,1,'a'); INSERT INTO r VALUES (1,1,1);
-- after
CREATE TABLE m (id int NOT NULL, k bigint NOT NULL, v text, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
CREATE TABLE r (id int PRIMARY KEY, m_id int, k bigint, FOREIGN KEY (m_id, k) REFERENCES m (id, k));
CREATE VIEW mv AS SELECT id, v FROM m WHERE k = 1;
