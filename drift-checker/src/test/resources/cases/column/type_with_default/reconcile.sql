ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'integer'
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 5;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(20);
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'x'::character varying;
