CREATE OR REPLACE PROCEDURE public.p()
    LANGUAGE sql
    AS $$select 1$$;
