-- its rows are lost; to drop it step by step: deed expand drop-table public.orders
-- loses data
DROP TABLE public.orders;
