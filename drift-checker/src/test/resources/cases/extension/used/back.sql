-- its values are lost; to drop it step by step: deed expand drop-column public.t mail
-- loses data
ALTER TABLE public.t DROP COLUMN mail;
-- its values are lost; to drop it step by step: deed expand drop-column public.t name
-- loses data
ALTER TABLE public.t DROP COLUMN name;
-- what its objects keep is lost
-- loses data
DROP EXTENSION citext;
-- what its objects keep is lost
-- loses data
DROP EXTENSION pg_trgm;
-- needs another
DROP SCHEMA ext;
