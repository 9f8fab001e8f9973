-- before
CREATE TABLE ev (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE ev_old PARTITION OF ev FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE ev_new PARTITION OF ev DEFAULT;
-- rows
INSERT INTO ev VALUES (1, '2019-05-05'), (2, '2033-01-01');
-- after
CREATE TABLE ev (id bigint NOT NULL,
    -- flash:rename at happened
    happened date NOT NULL) PARTITION BY RANGE (happened);
CREATE TABLE ev_old PARTITION OF ev FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE ev_new PARTITION OF ev DEFAULT;
-- moved
SELECT id, at FROM ev;
SELECT id, happened FROM ev;
