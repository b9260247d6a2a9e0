ALTER TABLE public.t ADD COLUMN a integer;
CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic SELECT t.a FROM public.t; END;
DROP FUNCTION public.f();
ALTER TABLE public.t RENAME COLUMN b TO b__old;
-- this moves the column to its place: all rows are written again under an ACCESS EXCLUSIVE lock
ALTER TABLE public.t ADD COLUMN b integer;
UPDATE public.t SET b = b__old;
ALTER TABLE public.t DROP COLUMN b__old;
CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    begin atomic SELECT t.a FROM public.t; END;
ALTER FUNCTION public.f() OWNER TO postgres;
