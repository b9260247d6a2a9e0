-- its rows are lost; to drop it step by step: deed expand drop-table public.events_2027
-- loses data
DROP TABLE public.events_2027;
