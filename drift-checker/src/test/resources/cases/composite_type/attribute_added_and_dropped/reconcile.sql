-- the attribute's values are lost
-- loses data
ALTER TYPE public.c DROP ATTRIBUTE b;
-- needs another
ALTER TYPE public.c ADD ATTRIBUTE d date;
