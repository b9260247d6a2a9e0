-- its values are lost; to drop it step by step: deed expand drop-column public.t home
-- loses data
ALTER TABLE public.t DROP COLUMN home;
-- its values are lost; to drop it step by step: deed expand drop-column public.t others
-- loses data
ALTER TABLE public.t DROP COLUMN others;
-- needs another
DROP TYPE public.address;
