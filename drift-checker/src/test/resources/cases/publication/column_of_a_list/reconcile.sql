-- needs another
ALTER PUBLICATION p DROP TABLE ONLY public.t;
-- needs another
ALTER PUBLICATION p SET TABLE ONLY public.t (a, c);
-- its values are lost; to drop it step by step: deed expand drop-column public.t b
-- loses data
ALTER TABLE public.t DROP COLUMN b;
