CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic select 1; end;
