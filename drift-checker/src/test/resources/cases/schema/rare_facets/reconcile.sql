DROP PUBLICATION pub;
DROP POLICY p ON public.t;
DROP TRIGGER g ON public.t;
ALTER EXTENSION hstore UPDATE TO '1.8';
CREATE OR REPLACE FUNCTION public.hst(jsonb) RETURNS jsonb
    LANGUAGE plperl TRANSFORM FOR TYPE jsonb
    AS $$ return $_[0] $$;
CREATE OR REPLACE FUNCTION public.rows() RETURNS SETOF integer
    LANGUAGE sql STRICT LEAKPROOF ROWS 7 SUPPORT public.helper
    AS $$ select 1 $$;
CREATE OR REPLACE FUNCTION public.win(integer) RETURNS integer
    LANGUAGE c WINDOW
    AS 'lib', 'win';
-- this rewrites the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t SET ACCESS METHOD columnar;
-- this copies the table under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t SET TABLESPACE fast;
ALTER FOREIGN TABLE public.ft ALTER COLUMN a OPTIONS (ADD column_name 'x');
ALTER PUBLICATION pub_s SET TABLES IN SCHEMA s;
SECURITY LABEL FOR selinux ON TABLE public.t IS 'secret';
ALTER TABLE public.u OF public.pair;
CREATE CONSTRAINT TRIGGER g AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE POLICY p ON public.t AS RESTRICTIVE USING (a > 0) WITH CHECK (a > 1);
CREATE PUBLICATION pub FOR ALL TABLES;
ALTER TABLE public.t CLUSTER ON t_a;
