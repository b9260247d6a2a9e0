ALTER TABLE public.t DROP CONSTRAINT c;
DROP FUNCTION public.ok(integer);
CREATE FUNCTION public.ok(a integer, b integer DEFAULT 1) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT true$$;
ALTER FUNCTION public.ok(integer, integer) OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT c CHECK (public.ok(a)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT c;
