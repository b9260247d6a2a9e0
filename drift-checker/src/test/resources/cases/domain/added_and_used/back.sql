-- its values are lost; to drop it step by step: deed expand drop-column public.t b
-- loses data
ALTER TABLE public.t DROP COLUMN b;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'text'
-- needs another
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
-- needs another
DROP DOMAIN public.email;
