-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- its rows are lost; to drop it step by step: deed expand drop-table public.u
-- loses data
DROP TABLE public.u;
