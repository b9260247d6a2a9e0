CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    SET datestyle TO 'iso, mdy'
    SET search_path TO ''
    SET work_mem TO '1MB'
    AS $$SELECT 1$$;
