ALTER DOMAIN public.d RENAME TO d__old;
CREATE DOMAIN public.d AS integer NOT NULL;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t c 'public.d[]'
ALTER TABLE public.t ALTER COLUMN c TYPE public.d[] USING c::text::public.d[];
ALTER DOMAIN public.d OWNER TO postgres;
DROP DOMAIN public.d__old;
