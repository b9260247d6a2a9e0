ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'text'
ALTER TABLE public.t ALTER COLUMN a TYPE text;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '5'::text;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t b 'character varying(10)'
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(10);
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'x'::character varying;
