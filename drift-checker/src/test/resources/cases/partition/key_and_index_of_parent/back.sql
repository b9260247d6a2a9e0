ALTER TABLE public.events DROP CONSTRAINT events_id_check;
ALTER TABLE public.events DROP CONSTRAINT events_pkey;
DROP INDEX public.events_at_idx;
