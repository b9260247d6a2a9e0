DROP PROCEDURE public.p(integer, text);
CREATE PROCEDURE public.p(a integer)
    LANGUAGE plpgsql
    AS $$ BEGIN END $$;
ALTER PROCEDURE public.p(integer) OWNER TO postgres;
