-- before
CREATE TABLE public.m (
    id integer NOT NULL,
    k text NOT NULL,
    v integer,
    w text
)
PARTITION BY LIST (k);
CREATE TABLE public.ma (
    id integer CONSTRAINT m_id_not_null NOT NULL,
    k text CONSTRAINT m_k_not_null NOT NULL,
    v integer,
    w text
);
CREATE TABLE public.mb (
    id integer CONSTRAINT m_id_not_null NOT NULL,
    k text CONSTRAINT m_k_not_null NOT NULL,
    v integer,
    w text
)
PARTITION BY RANGE (id);
CREATE TABLE public.mb1 (
    id integer CONSTRAINT m_id_not_null NOT NULL,
    k text CONSTRAINT m_k_not_null NOT NULL,
    v integer,
    w text
);
ALTER TABLE ONLY public.m ATTACH PARTITION public.ma FOR VALUES IN ('a');
ALTER TABLE ONLY public.m ATTACH PARTITION public.mb FOR VALUES IN ('b');
ALTER TABLE ONLY public.mb ATTACH PARTITION public.mb1 FOR VALUES FROM (0) TO (100);
ALTER TABLE ONLY public.m
    ADD CONSTRAINT m_k_id_v_key UNIQUE (k, id, v);
ALTER TABLE ONLY public.ma
    ADD CONSTRAINT ma_k_id_v_key UNIQUE (k, id, v);
ALTER TABLE ONLY public.mb
    ADD CONSTRAINT mb_k_id_v_key UNIQUE (k, id, v);
ALTER TABLE ONLY public.mb1
    ADD CONSTRAINT mb1_k_id_v_key UNIQUE (k, id, v);
ALTER INDEX public.m_k_id_v_key ATTACH PARTITION public.ma_k_id_v_key;
ALTER INDEX public.mb_k_id_v_key ATTACH PARTITION public.mb1_k_id_v_key;
ALTER INDEX public.m_k_id_v_key ATTACH PARTITION public.mb_k_id_v_key;
-- rows
INSERT INTO m VALUES (1,'a',1,'x'),(2,'b',2,'y');
-- after
CREATE TABLE public.m (
    id integer NOT NULL,
    k text NOT NULL,
    v integer,
    w text
)
PARTITION BY LIST (k);
CREATE TABLE public.ma (
    id integer CONSTRAINT m_id_not_null NOT NULL,
    k text CONSTRAINT m_k_not_null NOT NULL,
    v integer,
    w text
);
CREATE TABLE public.mb (
    id integer CONSTRAINT m_id_not_null NOT NULL,
    k text CONSTRAINT m_k_not_null NOT NULL,
    v integer,
    w text
)
PARTITION BY RANGE (id);
CREATE TABLE public.mb1 (
    id integer CONSTRAINT m_id_not_null NOT NULL,
    k text CONSTRAINT m_k_not_null NOT NULL,
    v integer,
    w text
);
ALTER TABLE ONLY public.m ATTACH PARTITION public.ma FOR VALUES IN ('a');
ALTER TABLE ONLY public.m ATTACH PARTITION public.mb FOR VALUES IN ('b');
ALTER TABLE ONLY public.mb ATTACH PARTITION public.mb1 FOR VALUES FROM (0) TO (100);
