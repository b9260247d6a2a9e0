ALTER COLLATION public.ci RENAME TO ci__old;
CREATE COLLATION public.ci (deterministic = 'false', locale = 'en-u-ks-level2', provider = 'icu');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'text'
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.ci;
ALTER COLLATION public.ci OWNER TO postgres;
DROP COLLATION public.ci__old;
