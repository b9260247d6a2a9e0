-- the attribute's values are lost
-- loses data
ALTER TYPE public.c DROP ATTRIBUTE d;
-- needs another
ALTER TYPE public.c ADD ATTRIBUTE b text;
