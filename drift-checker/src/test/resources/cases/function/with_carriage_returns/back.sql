CREATE OR REPLACE FUNCTION public.f() RETURNS text
    LANGUAGE sql
    AS $$SELECT 1::text$$;
