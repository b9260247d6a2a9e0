-- its rows are lost; to drop it step by step: deed expand drop-table public.l
-- loses data
DROP TABLE public.l;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
