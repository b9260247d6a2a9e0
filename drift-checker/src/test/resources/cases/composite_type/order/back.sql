DROP TYPE public.c;
CREATE TYPE public.c AS (a integer, b text);
ALTER TYPE public.c OWNER TO postgres;
