ALTER TABLE public.t DETACH PARTITION public.t1;
DROP INDEX public.t_k_idx;
