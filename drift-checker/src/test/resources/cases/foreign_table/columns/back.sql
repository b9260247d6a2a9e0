DROP VIEW public.v;
ALTER TABLE public.ft DROP COLUMN more;
ALTER FOREIGN TABLE public.ft OPTIONS (DROP z, ADD x '1', SET y '2');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.ft id 'integer'
ALTER TABLE public.ft ALTER COLUMN id TYPE integer;
ALTER TABLE public.ft ALTER COLUMN id DROP NOT NULL;
ALTER FOREIGN TABLE public.ft ALTER COLUMN id OPTIONS (DROP c, ADD a '1', SET b '2');
ALTER TABLE public.ft ADD COLUMN name text;
CREATE VIEW public.v AS
    SELECT ft.id FROM public.ft;
ALTER VIEW public.v OWNER TO postgres;
