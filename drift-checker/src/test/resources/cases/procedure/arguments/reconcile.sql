DROP PROCEDURE public.p(integer);
CREATE PROCEDURE public.p(INOUT a integer, label text DEFAULT 'x'::text)
    LANGUAGE plpgsql SECURITY DEFINER
    AS $$ BEGIN END $$;
ALTER PROCEDURE public.p(integer, text) OWNER TO postgres;
