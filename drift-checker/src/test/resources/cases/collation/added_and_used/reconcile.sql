CREATE COLLATION public.german (locale = 'de', provider = 'icu');
ALTER COLLATION public.german OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN name text COLLATE public.german;
