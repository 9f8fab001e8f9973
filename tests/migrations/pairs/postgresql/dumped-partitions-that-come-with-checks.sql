-- before
CREATE TABLE public.journal (
    id integer NOT NULL,
    kind text NOT NULL,
    amount integer,
    CONSTRAINT journal_amount_check CHECK ((amount > 0))
)
PARTITION BY LIST (kind);
CREATE TABLE public.journal_a (
    id integer CONSTRAINT journal_id_not_null NOT NULL,
    kind text CONSTRAINT journal_kind_not_null NOT NULL,
    amount integer,
    CONSTRAINT journal_amount_check CHECK ((amount > 0))
);
ALTER TABLE ONLY public.journal ATTACH PARTITION public.journal_a FOR VALUES IN ('a');
-- rows
INSERT INTO journal VALUES (1, 'a', 1);
-- after
CREATE TABLE public.journal (
    id integer NOT NULL,
    kind text NOT NULL,
    amount integer,
    CONSTRAINT journal_amount_check CHECK ((amount > 0))
)
PARTITION BY LIST (kind);
CREATE TABLE public.journal_a (
    id integer CONSTRAINT journal_id_not_null NOT NULL,
    kind text CONSTRAINT journal_kind_not_null NOT NULL,
    amount integer,
    CONSTRAINT journal_amount_check CHECK ((amount > 0))
);
CREATE TABLE public.journal_b (
    id integer CONSTRAINT journal_id_not_null NOT NULL,
    kind text CONSTRAINT journal_kind_not_null NOT NULL,
    amount integer,
    CONSTRAINT journal_amount_check CHECK ((amount > 0)),
    CONSTRAINT own CHECK ((id < 10))
)
PARTITION BY RANGE (id);
CREATE TABLE public.journal_b_1 (
    id integer CONSTRAINT journal_id_not_null NOT NULL,
    kind text CONSTRAINT journal_kind_not_null NOT NULL,
    amount integer,
    CONSTRAINT journal_amount_check CHECK ((amount > 0)),
    CONSTRAINT own CHECK ((id < 10))
);
ALTER TABLE ONLY public.journal ATTACH PARTITION public.journal_a FOR VALUES IN ('a');
ALTER TABLE ONLY public.journal ATTACH PARTITION public.journal_b FOR VALUES IN ('b');
ALTER TABLE ONLY public.journal_b ATTACH PARTITION public.journal_b_1 FOR VALUES FROM (0) TO (10);
