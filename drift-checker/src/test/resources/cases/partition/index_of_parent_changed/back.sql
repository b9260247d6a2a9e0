DROP INDEX public.i;
DROP INDEX CONCURRENTLY public.own;
CREATE INDEX i ON ONLY public.t USING btree (b);
CREATE INDEX CONCURRENTLY own ON public.t1 USING btree (c);
CREATE INDEX CONCURRENTLY t1_b_idx ON public.t1 USING btree (b);
ALTER INDEX public.i ATTACH PARTITION public.t1_b_idx;
DROP INDEX public.u;
