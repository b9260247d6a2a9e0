-- its values are lost; to drop it step by step: deed expand drop-column public.t name
-- loses data
ALTER TABLE public.t DROP COLUMN name;
-- needs another
DROP COLLATION public.german;
