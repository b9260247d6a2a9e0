CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic select 2; end;
