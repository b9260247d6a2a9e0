-- its values are lost; to drop it step by step: deed expand drop-column public.t b
-- loses data
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ALTER COLUMN c DROP EXPRESSION;
-- needs another
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((a + 2)) STORED;
ALTER TABLE public.t RENAME COLUMN c TO c__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN c integer;
UPDATE public.t SET c = c__old;
ALTER TABLE public.t DROP COLUMN c__old;
