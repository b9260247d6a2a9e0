CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO pg_catalog, public
    AS $$select 1$$;
