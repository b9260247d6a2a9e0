CREATE FUNCTION public.diff(a numeric, b numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT
    AS $$SELECT (a - b)::double precision$$;
CREATE TYPE public.span AS RANGE (multirange_type_name = public.span_multirange, subtype = numeric, subtype_diff = public.diff);
ALTER TYPE public.span OWNER TO postgres;
ALTER FUNCTION public.diff(numeric, numeric) OWNER TO postgres;
CREATE TABLE public.t (
    a public.span,
    CONSTRAINT t_a_excl EXCLUDE USING gist (a WITH &&)
);
ALTER TABLE public.t OWNER TO postgres;
