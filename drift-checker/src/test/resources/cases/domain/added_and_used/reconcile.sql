CREATE DOMAIN public.email AS text COLLATE pg_catalog."C" DEFAULT 'a@b'::text NOT NULL
    CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text));
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'public.email'
ALTER TABLE public.t ALTER COLUMN a TYPE public.email USING a::public.email;
ALTER DOMAIN public.email OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN b public.email[];
