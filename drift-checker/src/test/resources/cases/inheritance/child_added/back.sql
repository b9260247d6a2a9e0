-- its rows are lost; to drop it step by step: deed expand drop-table public.e
-- loses data
DROP TABLE public.e;
-- its rows are lost; to drop it step by step: deed expand drop-table public.c
-- loses data
DROP TABLE public.c;
