-- its rows are lost; to drop it step by step: deed expand drop-table public.t2
-- loses data
DROP TABLE public.t2;
-- its rows are lost; to drop it step by step: deed expand drop-table public.td
-- loses data
DROP TABLE public.td;
