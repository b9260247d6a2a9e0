CREATE INDEX t_k_idx ON ONLY public.t USING btree (k);
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10);
ALTER INDEX public.t_k_idx ATTACH PARTITION public.t1_k_idx;
