-- needs another
ALTER TABLE public.t RENAME COLUMN b TO b__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
-- rewrites table
ALTER TABLE public.t ADD COLUMN b integer;
-- needs another
UPDATE public.t SET b = b__old;
-- needs another
ALTER TABLE public.t DROP COLUMN b__old;
