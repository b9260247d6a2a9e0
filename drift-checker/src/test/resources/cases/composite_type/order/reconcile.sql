DROP TYPE public.c;
CREATE TYPE public.c AS (b text, a integer);
ALTER TYPE public.c OWNER TO postgres;
