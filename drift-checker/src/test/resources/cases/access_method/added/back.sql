-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
DROP ACCESS METHOD bt;
DROP ACCESS METHOD heap2;
