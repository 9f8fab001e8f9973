-- before
CREATE TABLE public.t (a int, b int);
CREATE VIEW public.sums AS SELECT a, sum(b) AS total FROM public.t GROUP BY a;
-- after
CREATE TABLE public.t (a int, b int);
-- flash:rename sums totals
CREATE VIEW public.totals AS SELECT a, sum(b) AS all_of_it FROM public.t GROUP BY a;
