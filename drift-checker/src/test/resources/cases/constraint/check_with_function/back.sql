ALTER TABLE public.t DROP CONSTRAINT c;
DROP FUNCTION public.ok(integer, integer);
CREATE FUNCTION public.ok(integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT true$$;
ALTER FUNCTION public.ok(integer) OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT c CHECK (public.ok(a)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT c;
