-- the attribute's values are lost
-- loses data
ALTER TYPE public.pair DROP ATTRIBUTE c;
-- needs another
ALTER TYPE public.pair ALTER ATTRIBUTE a TYPE integer;
