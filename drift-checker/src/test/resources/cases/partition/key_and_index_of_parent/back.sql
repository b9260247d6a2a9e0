ALTER TABLE public.events DROP CONSTRAINT events_id_check;
DROP INDEX public.events_at_idx;
ALTER TABLE public.events DROP CONSTRAINT events_pkey;
