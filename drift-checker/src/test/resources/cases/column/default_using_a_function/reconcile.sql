ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f();
CREATE FUNCTION public.f() RETURNS bigint
    LANGUAGE sql
    AS $$ SELECT 1::bigint $$;
ALTER FUNCTION public.f() OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f();
