ALTER TABLE public.u NOT OF;
DROP PUBLICATION pub;
DROP POLICY p ON public.t;
DROP TRIGGER g ON public.t;
CREATE OR REPLACE FUNCTION public.hst(jsonb) RETURNS jsonb
    LANGUAGE plperl
    AS $$ return $_[0] $$;
CREATE OR REPLACE FUNCTION public.rows() RETURNS SETOF integer
    LANGUAGE sql
    AS $$ select 1 $$;
CREATE OR REPLACE FUNCTION public.win(integer) RETURNS integer
    LANGUAGE c
    AS 'lib', 'win';
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t SET ACCESS METHOD heap;
-- this copies the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t SET TABLESPACE pg_default;
ALTER FOREIGN TABLE public.ft ALTER COLUMN a OPTIONS (DROP column_name);
ALTER PUBLICATION pub_s SET TABLE ONLY public.t;
SECURITY LABEL FOR selinux ON TABLE public.t IS NULL;
CREATE TRIGGER g AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE POLICY p ON public.t USING (a > 0);
CREATE PUBLICATION pub FOR TABLE ONLY public.t;
ALTER TABLE public.t SET WITHOUT CLUSTER;
-- remains: extension hstore
