CREATE INDEX CONCURRENTLY t1_b_idx ON public.t1 USING btree (b);
ALTER INDEX public.i ATTACH PARTITION public.t1_b_idx;
