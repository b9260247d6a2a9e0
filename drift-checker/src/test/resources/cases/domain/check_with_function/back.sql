-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- needs another
DROP DOMAIN public.d;
-- needs another
DROP FUNCTION public.ok(text);
