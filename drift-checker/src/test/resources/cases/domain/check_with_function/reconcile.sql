CREATE FUNCTION public.ok(text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT true$$;
CREATE DOMAIN public.d AS text
    CONSTRAINT d_check CHECK (public.ok(VALUE));
ALTER DOMAIN public.d OWNER TO postgres;
ALTER FUNCTION public.ok(text) OWNER TO postgres;
CREATE TABLE public.t (
    a public.d DEFAULT 'x'::text
);
ALTER TABLE public.t OWNER TO postgres;
