-- before
CREATE TABLE public.m (
    r text,
    d date,
    v integer
)
PARTITION BY LIST (r);
CREATE TABLE public.eu (
    r text,
    d date,
    v integer
)
PARTITION BY RANGE (d);
CREATE TABLE public.eu1 (
    r text,
    d date,
    v integer
);
ALTER TABLE ONLY public.m ATTACH PARTITION public.eu FOR VALUES IN ('de', 'fr');
ALTER TABLE ONLY public.eu ATTACH PARTITION public.eu1 FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
-- rows
INSERT INTO m VALUES ('de','2019-01-01',1);
-- after
CREATE TABLE public.m (
    r text NOT NULL,
    d date NOT NULL,
    v bigint DEFAULT 0
)
PARTITION BY LIST (r);
CREATE TABLE public.eu (
    r text CONSTRAINT m_r_not_null NOT NULL,
    d date CONSTRAINT m_d_not_null NOT NULL,
    v bigint DEFAULT 0
)
PARTITION BY RANGE (d);
CREATE TABLE public.eu1 (
    r text CONSTRAINT m_r_not_null NOT NULL,
    d date CONSTRAINT m_d_not_null NOT NULL,
    v bigint DEFAULT 0
);
CREATE TABLE public.eu2 (
    r text CONSTRAINT m_r_not_null NOT NULL,
    d date CONSTRAINT m_d_not_null NOT NULL,
    v bigint DEFAULT 0
);
CREATE TABLE public.us (
    r text CONSTRAINT m_r_not_null NOT NULL,
    d date CONSTRAINT m_d_not_null NOT NULL,
    v bigint DEFAULT 0
);
ALTER TABLE ONLY public.m ATTACH PARTITION public.eu FOR VALUES IN ('de', 'fr', 'it');
ALTER TABLE ONLY public.eu ATTACH PARTITION public.eu1 FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
ALTER TABLE ONLY public.eu ATTACH PARTITION public.eu2 FOR VALUES FROM ('2020-01-01') TO (MAXVALUE);
ALTER TABLE ONLY public.m ATTACH PARTITION public.us FOR VALUES IN ('us');
ALTER TABLE ONLY public.m
    ADD CONSTRAINT m_pkey PRIMARY KEY (r, d);
ALTER TABLE ONLY public.eu
    ADD CONSTRAINT eu_pkey PRIMARY KEY (r, d);
ALTER TABLE ONLY public.eu1
    ADD CONSTRAINT eu1_pkey PRIMARY KEY (r, d);
ALTER TABLE ONLY public.eu2
    ADD CONSTRAINT eu2_pkey PRIMARY KEY (r, d);
ALTER TABLE ONLY public.us
    ADD CONSTRAINT us_pkey PRIMARY KEY (r, d);
CREATE INDEX m_v_idx ON ONLY public.m USING btree (v);
CREATE INDEX eu_v_idx ON ONLY public.eu USING btree (v);
CREATE INDEX eu1_v_idx ON public.eu1 USING btree (v);
CREATE INDEX eu2_v_idx ON public.eu2 USING btree (v);
CREATE INDEX us_v_idx ON public.us USING btree (v);
ALTER INDEX public.eu_pkey ATTACH PARTITION public.eu1_pkey;
ALTER INDEX public.eu_v_idx ATTACH PARTITION public.eu1_v_idx;
ALTER INDEX public.eu_pkey ATTACH PARTITION public.eu2_pkey;
ALTER INDEX public.eu_v_idx ATTACH PARTITION public.eu2_v_idx;
ALTER INDEX public.m_pkey ATTACH PARTITION public.eu_pkey;
ALTER INDEX public.m_v_idx ATTACH PARTITION public.eu_v_idx;
ALTER INDEX public.m_pkey ATTACH PARTITION public.us_pkey;
ALTER INDEX public.m_v_idx ATTACH PARTITION public.us_v_idx;
