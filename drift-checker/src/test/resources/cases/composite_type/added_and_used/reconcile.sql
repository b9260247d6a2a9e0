CREATE TYPE public.address AS (street text COLLATE pg_catalog."C", zip character varying(9));
ALTER TYPE public.address OWNER TO postgres;
COMMENT ON TYPE public.address IS 'a';
COMMENT ON COLUMN public.address.zip IS 'zip';
ALTER TABLE public.t ADD COLUMN home public.address;
ALTER TABLE public.t ADD COLUMN others public.address[];
