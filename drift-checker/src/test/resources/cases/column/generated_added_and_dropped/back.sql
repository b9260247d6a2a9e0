-- its values are lost; to drop it step by step: deed expand drop-column public.t c
-- loses data
ALTER TABLE public.t DROP COLUMN c;
ALTER TABLE public.t ALTER COLUMN b DROP EXPRESSION;
-- needs another
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS ((a + 1)) STORED;
