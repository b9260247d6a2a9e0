CREATE FUNCTION public.f(a text) RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;
ALTER FUNCTION public.f(text) OWNER TO postgres;
