CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic SELECT 2; END;
