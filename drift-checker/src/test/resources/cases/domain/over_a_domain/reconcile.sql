ALTER DOMAIN public.e RENAME TO e__old;
ALTER DOMAIN public.d RENAME TO d__old;
CREATE DOMAIN public.d AS bigint
    CONSTRAINT d_check CHECK ((VALUE > 0));
ALTER DOMAIN public.d OWNER TO postgres;
CREATE DOMAIN public.e AS public.d
    CONSTRAINT e_check CHECK (((VALUE)::bigint < 100));
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'public.e'
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::text::public.e;
ALTER DOMAIN public.e OWNER TO postgres;
DROP DOMAIN public.e__old;
DROP DOMAIN public.d__old;
