-- before
CREATE TABLE public.p (a integer, b integer) PARTITION BY RANGE (a);
CREATE TABLE public.p_old (a integer, b integer);
ALTER TABLE ONLY public.p ATTACH PARTITION public.p_old FOR VALUES FROM (0) TO (10);
CREATE INDEX p_b ON ONLY public.p USING btree (b);
CREATE INDEX p_2023_b_idx ON public.p_old USING btree (b);
ALTER INDEX public.p_b ATTACH PARTITION public.p_2023_b_idx;
-- rows
INSERT INTO p VALUES (1,1);
-- after
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p_old PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE INDEX p_b ON p (b);
