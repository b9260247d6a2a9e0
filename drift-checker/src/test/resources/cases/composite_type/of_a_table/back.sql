-- the attribute's values are lost
-- loses data
ALTER TYPE public.c DROP ATTRIBUTE d CASCADE;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
