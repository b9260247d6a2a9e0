CREATE TYPE public.whole;
CREATE TYPE public.later;
ALTER TYPE public.later OWNER TO postgres;
CREATE FUNCTION public.whole_in(cstring) RETURNS public.whole
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4in$$;
ALTER FUNCTION public.whole_in(cstring) OWNER TO postgres;
CREATE FUNCTION public.whole_out(public.whole) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT
    AS $$int4out$$;
CREATE TYPE public.whole (alignment = integer, category = 'N', DEFAULT = '0', delimiter = ';', input = public.whole_in, internallength = 4, output = public.whole_out, passedbyvalue = TRUE, storage = plain);
ALTER TYPE public.whole OWNER TO postgres;
ALTER FUNCTION public.whole_out(public.whole) OWNER TO postgres;
CREATE CAST (public.whole AS integer) WITHOUT FUNCTION AS ASSIGNMENT;
CREATE TABLE public.t (
    a public.whole,
    b public.whole[]
);
ALTER TABLE public.t OWNER TO postgres;
