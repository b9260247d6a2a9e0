DROP INDEX public.i;
DROP INDEX CONCURRENTLY public.own;
CREATE INDEX i ON ONLY public.t USING btree (b, c);
CREATE INDEX CONCURRENTLY own ON public.t1 USING btree (c DESC);
CREATE INDEX CONCURRENTLY t1_b_c_idx ON public.t1 USING btree (b, c);
ALTER INDEX public.i ATTACH PARTITION public.t1_b_c_idx;
CREATE UNIQUE INDEX u ON ONLY public.t USING btree (a);
CREATE UNIQUE INDEX CONCURRENTLY t1_a_idx ON public.t1 USING btree (a);
ALTER INDEX public.u ATTACH PARTITION public.t1_a_idx;
