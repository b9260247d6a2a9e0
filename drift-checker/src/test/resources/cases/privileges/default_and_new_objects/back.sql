DROP VIEW s.v;
-- its rows are lost; to drop it step by step: deed expand drop-table public.u
-- loses data
DROP TABLE public.u;
-- its rows are lost; to drop it step by step: deed expand drop-table s.t
-- loses data
DROP TABLE s.t;
-- its position is lost
-- loses data
DROP SEQUENCE public.q;
DROP FUNCTION public.f();
DROP FUNCTION public.g();
