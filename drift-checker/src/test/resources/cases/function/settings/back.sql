CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    SET search_path TO a, "B c"
    SET statement_timeout TO '1s'
    AS $$SELECT 1$$;
