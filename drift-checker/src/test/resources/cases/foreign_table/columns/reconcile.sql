DROP VIEW public.v;
ALTER TABLE public.ft DROP COLUMN name;
ALTER FOREIGN TABLE public.ft OPTIONS (DROP x, SET y '5', ADD z '6');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.ft id 'bigint'
ALTER TABLE public.ft ALTER COLUMN id TYPE bigint;
ALTER TABLE public.ft ADD CONSTRAINT id_is_not_null CHECK (id IS NOT NULL) NOT VALID;
ALTER TABLE public.ft VALIDATE CONSTRAINT id_is_not_null;
ALTER TABLE public.ft ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.ft DROP CONSTRAINT id_is_not_null;
ALTER FOREIGN TABLE public.ft ALTER COLUMN id OPTIONS (DROP a, SET b '3', ADD c '4');
ALTER TABLE public.ft ADD COLUMN more date;
CREATE VIEW public.v AS
    SELECT ft.id FROM public.ft;
ALTER VIEW public.v OWNER TO postgres;
