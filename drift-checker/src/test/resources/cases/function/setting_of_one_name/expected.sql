CREATE FUNCTION public.listed() RETURNS integer
    LANGUAGE sql
    SET search_path TO 'a', 'b'
    AS $$SELECT 1$$;
CREATE FUNCTION public.odd() RETURNS integer
    LANGUAGE sql
    SET search_path TO 'app'
    AS $$SELECT 1$$;
