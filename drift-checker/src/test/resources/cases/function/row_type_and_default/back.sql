DROP FUNCTION public.f(public.t);
DROP FUNCTION public.h();
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- needs another
DROP FUNCTION public.g();
