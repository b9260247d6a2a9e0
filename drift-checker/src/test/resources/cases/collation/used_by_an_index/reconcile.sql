DROP INDEX CONCURRENTLY public.t_name;
DROP COLLATION public.german;
CREATE COLLATION public.german (deterministic = 'false', locale = 'de', provider = 'icu');
ALTER COLLATION public.german OWNER TO postgres;
CREATE INDEX CONCURRENTLY t_name ON public.t USING btree (name COLLATE public.german);
