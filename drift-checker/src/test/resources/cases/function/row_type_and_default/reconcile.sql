CREATE FUNCTION public.g() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.g() OWNER TO postgres;
CREATE TABLE public.t (
    a integer
);
CREATE FUNCTION public.f(public.t) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT 1$$;
ALTER FUNCTION public.f(public.t) OWNER TO postgres;
CREATE FUNCTION public.h() RETURNS SETOF public.t
    LANGUAGE sql
    AS $$SELECT * FROM t$$;
ALTER FUNCTION public.h() OWNER TO postgres;
ALTER TABLE public.t OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.g();
