-- needs another
ALTER PUBLICATION p SET TABLE ONLY public.u;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
