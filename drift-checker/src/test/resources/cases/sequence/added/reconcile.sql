CREATE SEQUENCE public.s AS integer;
ALTER SEQUENCE public.s OWNER TO postgres;
