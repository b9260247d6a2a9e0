CREATE OR REPLACE FUNCTION public.listed() RETURNS integer
    LANGUAGE sql
    SET search_path TO "a, b"
    AS $$SELECT 1$$;
CREATE OR REPLACE FUNCTION public.odd() RETURNS integer
    LANGUAGE sql
    SET search_path TO "Odd Name"
    AS $$SELECT 1$$;
