-- before
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TYPE span AS RANGE (subtype = float8);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN email AS varchar(80) CHECK (VALUE LIKE '%@%' AND lower(VALUE) = VALUE);
CREATE SEQUENCE orders_no START 100;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN NEW.changed := now(); RETURN NEW; END $body$;
CREATE FUNCTION twice(a int, b text DEFAULT 'x') RETURNS int VOLATILE LANGUAGE sql AS 'SELECT a * 2';
CREATE PROCEDURE tidy(a int) LANGUAGE plpgsql AS $$BEGIN DELETE FROM orders WHERE no = a; END$$;
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE TABLE orders (
    no int PRIMARY KEY DEFAULT nextval('orders_no'),
    kind text NOT NULL CHECK (kind IN ('a', 'b')),
    code char(3) CHECK (code <> 'xxx'),
    note text COLLATE "C" CHECK (length(note) BETWEEN 1 AND 200),
    price numeric(8,2) CHECK (price >= 0 AND price < 1000.5),
    weight float8 CHECK (weight > 0),
    ratio real CHECK (ratio > -1),
    state mood DEFAULT 'sad' CHECK (state <> 'glad' OR price IS NOT NULL),
    born date CHECK (born >= '1900-01-01'),
    tags text[] DEFAULT '{}',
    changed timestamptz DEFAULT now(),
    quantity int CHECK (quantity > -5 AND quantity NOT IN (13, 17)),
    total numeric GENERATED ALWAYS AS (price * quantity) STORED,
    label text GENERATED ALWAYS AS (coalesce(note, '') || kind) STORED,
    holder email,
    amount positive,
    CONSTRAINT sane CHECK (NOT (price > 10 AND weight < 0.5))
);
CREATE INDEX orders_low ON orders (lower(kind)) WHERE state = 'sad' AND price > 3;
CREATE TRIGGER orders_stamp BEFORE UPDATE OR INSERT ON orders FOR EACH ROW
    WHEN (NEW.price > 0 AND NEW.kind <> 'a') EXECUTE FUNCTION stamp();
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON orders USING (holder = current_setting('app.user') AND price > 1);

-- rows
INSERT INTO orders (kind, price, quantity) VALUES ('a', 3, 2);

-- after
CREATE DOMAIN public.email AS character varying(80)
	CONSTRAINT email_check CHECK ((((VALUE)::text ~~ '%@%'::text) AND (lower((VALUE)::text) = (VALUE)::text)));
CREATE TYPE public.mood AS ENUM (
    'sad',
    'glad'
);
CREATE DOMAIN public.positive AS integer
	CONSTRAINT positive_check CHECK ((VALUE > 0));
CREATE TYPE public.span AS RANGE (
    subtype = double precision,
    multirange_type_name = public.span_multirange
);
CREATE FUNCTION public.stamp() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE PROCEDURE public.tidy(IN a integer)
    LANGUAGE plpgsql
    AS $$BEGIN DELETE FROM orders WHERE no = a; END$$;
CREATE FUNCTION public.twice(a integer, b text DEFAULT 'x'::text) RETURNS integer
    LANGUAGE sql
    AS $$SELECT a * 2$$;
CREATE AGGREGATE public.total(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);
CREATE SEQUENCE public.orders_no
    START WITH 100
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.orders (
    no integer DEFAULT nextval('public.orders_no'::regclass) NOT NULL,
    kind text NOT NULL,
    code character(3),
    note text COLLATE pg_catalog."C",
    price numeric(8,2),
    weight double precision,
    ratio real,
    state public.mood DEFAULT 'sad'::public.mood,
    born date,
    tags text[] DEFAULT '{}'::text[],
    changed timestamp with time zone DEFAULT now(),
    quantity integer,
    total numeric GENERATED ALWAYS AS ((price * (quantity)::numeric)) STORED,
    label text GENERATED ALWAYS AS ((COALESCE(note, ''::text) || kind)) STORED,
    holder public.email,
    amount public.positive,
    CONSTRAINT orders_born_check CHECK ((born >= '1900-01-01'::date)),
    CONSTRAINT orders_check CHECK (((state <> 'glad'::public.mood) OR (price IS NOT NULL))),
    CONSTRAINT orders_code_check CHECK ((code <> 'xxx'::bpchar)),
    CONSTRAINT orders_kind_check CHECK ((kind = ANY (ARRAY['a'::text, 'b'::text]))),
    CONSTRAINT orders_note_check CHECK (((length(note) >= 1) AND (length(note) <= 200))),
    CONSTRAINT orders_price_check CHECK (((price >= (0)::numeric) AND (price < 1000.5))),
    CONSTRAINT orders_quantity_check CHECK (((quantity > '-5'::integer) AND (quantity <> ALL (ARRAY[13, 17])))),
    CONSTRAINT orders_ratio_check CHECK ((ratio > ('-1'::integer)::double precision)),
    CONSTRAINT orders_weight_check CHECK ((weight > (0)::double precision)),
    CONSTRAINT sane CHECK ((NOT ((price > (10)::numeric) AND (weight < (0.5)::double precision))))
);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (no);
CREATE INDEX orders_low ON public.orders USING btree (lower(kind)) WHERE ((state = 'sad'::public.mood) AND (price > (3)::numeric));
CREATE TRIGGER orders_stamp BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW WHEN (((new.price > (0)::numeric) AND (new.kind <> 'a'::text))) EXECUTE FUNCTION public.stamp();
ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.orders USING ((((holder)::text = current_setting('app.user'::text)) AND (price > (1)::numeric)));
