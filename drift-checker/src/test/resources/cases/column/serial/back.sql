-- needs another
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
-- its position is lost
-- loses data
DROP SEQUENCE public.t_id_seq;
