DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT t_x_check;
DROP INDEX CONCURRENTLY public.i;
DROP FUNCTION public.f(public.e);
ALTER TYPE public.e RENAME TO e__old;
CREATE TYPE public.e AS ENUM ('a', 'b');
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t x 'public.e'
ALTER TABLE public.t ALTER COLUMN x TYPE public.e USING x::text::public.e;
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT 'a'::public.e;
ALTER TABLE public.t ALTER COLUMN y DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t y 'public.e[]'
ALTER TABLE public.t ALTER COLUMN y TYPE public.e[] USING y::text::public.e[];
ALTER TABLE public.t ALTER COLUMN y SET DEFAULT '{a,b}'::public.e[];
ALTER TYPE public.e OWNER TO postgres;
CREATE FUNCTION public.f(public.e) RETURNS public.e
    LANGUAGE sql
    AS $$SELECT $1$$;
ALTER FUNCTION public.f(public.e) OWNER TO postgres;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (x) WHERE ((x = 'a'::public.e));
ALTER TABLE public.t ADD CONSTRAINT t_x_check CHECK ((x <> 'b'::public.e)) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT t_x_check;
CREATE VIEW public.v AS
    SELECT t.x FROM public.t WHERE (t.x = 'a'::public.e);
ALTER VIEW public.v OWNER TO postgres;
DROP TYPE public.e__old;
