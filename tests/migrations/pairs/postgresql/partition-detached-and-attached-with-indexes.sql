-- before
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL, msg text, CONSTRAINT logs_pk PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2023-01-01');
CREATE TABLE logs_older PARTITION OF logs FOR VALUES FROM ('2018-01-01') TO ('2020-01-01');
CREATE TABLE logs_new (id bigint NOT NULL, at date NOT NULL, msg text, CONSTRAINT logs_new_pkey PRIMARY KEY (id, at));
CREATE INDEX logs_msg ON logs (msg);
CREATE INDEX logs_at ON logs (at);
CREATE INDEX logs_new_by_msg ON logs_new (msg);
-- after
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL, msg text, CONSTRAINT logs_pk PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE logs_new PARTITION OF logs FOR VALUES FROM ('2023-01-01') TO ('2030-01-01');
CREATE TABLE logs_old (id bigint NOT NULL, at date NOT NULL, msg text, CONSTRAINT logs_old_pkey PRIMARY KEY (id, at));
CREATE TABLE logs_older (id bigint NOT NULL, at date NOT NULL, msg text, CONSTRAINT logs_older_pkey PRIMARY KEY (id, at));
CREATE INDEX logs_older_text ON logs_older (msg);
CREATE INDEX logs_older_at_idx ON logs_older (at);
CREATE INDEX logs_msg ON logs (msg);
CREATE INDEX logs_at ON logs (at);
