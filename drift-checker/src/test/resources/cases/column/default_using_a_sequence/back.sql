-- its values are lost; to drop it step by step: deed expand drop-column public.t b
-- loses data
ALTER TABLE public.t DROP COLUMN b;
-- its position is lost
-- loses data
DROP SEQUENCE public.s2;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
