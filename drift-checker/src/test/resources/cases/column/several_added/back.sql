-- its values are lost; to drop it step by step: deed expand drop-column public.t u
-- loses data
ALTER TABLE public.t DROP COLUMN u;
ALTER TABLE public.t DROP COLUMN v;
-- its values are lost; to drop it step by step: deed expand drop-column public.t w
-- loses data
ALTER TABLE public.t DROP COLUMN w;
-- its values are lost; to drop it step by step: deed expand drop-column public.t x
-- loses data
ALTER TABLE public.t DROP COLUMN x;
-- its values are lost; to drop it step by step: deed expand drop-column public.t y
-- loses data
ALTER TABLE public.t DROP COLUMN y;
-- its values are lost; to drop it step by step: deed expand drop-column public.t z
-- loses data
ALTER TABLE public.t DROP COLUMN z;
