-- before
CREATE TABLE public.thing (id integer, title text, CONSTRAINT thing_title CHECK ((length(title) > 1)));
CREATE TABLE public.house (rooms integer) INHERITS (public.thing);
CREATE TABLE public.plot (area integer, CONSTRAINT plot_area CHECK ((area > 0))) INHERITS (public.thing);
CREATE TABLE public.villa (pool boolean) INHERITS (public.house, public.plot);
-- rows
INSERT INTO house VALUES (1, 'ab', 2);
-- after
CREATE TABLE thing (id int, title text, CONSTRAINT thing_title CHECK (length(title) > 1));
CREATE TABLE house (rooms int) INHERITS (thing);
CREATE TABLE plot (area int, CONSTRAINT plot_area CHECK (area > 0)) INHERITS (thing);
CREATE TABLE villa (pool boolean) INHERITS (house);
