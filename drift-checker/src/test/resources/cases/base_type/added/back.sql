-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
DROP CAST (public.whole AS integer);
DROP TYPE public.later;
-- needs another
DROP TYPE public.whole CASCADE;
