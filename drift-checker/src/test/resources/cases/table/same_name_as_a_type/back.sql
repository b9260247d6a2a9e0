DROP FUNCTION public.f(public.thing);
DROP TYPE public.thing;
CREATE TABLE public.thing (
    a integer
);
CREATE FUNCTION public.f(public.thing) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.f(public.thing) OWNER TO postgres;
ALTER TABLE public.thing OWNER TO postgres;
