CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$select 1$$;
