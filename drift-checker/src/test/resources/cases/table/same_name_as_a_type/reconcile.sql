-- needs another
DROP FUNCTION public.f(public.thing);
-- its rows are lost; to drop it step by step: deed expand drop-table public.thing
-- loses data
DROP TABLE public.thing;
-- needs another
CREATE TYPE public.thing AS (a integer);
-- needs another
ALTER TYPE public.thing OWNER TO postgres;
-- needs another
CREATE FUNCTION public.f(public.thing) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
-- needs another
ALTER FUNCTION public.f(public.thing) OWNER TO postgres;
