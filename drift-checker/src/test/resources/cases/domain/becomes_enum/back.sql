DROP VIEW public.v;
DROP FUNCTION public.f(public.state);
ALTER TYPE public.state RENAME TO state__old;
CREATE DOMAIN public.state AS text
    CONSTRAINT state_check CHECK ((VALUE = ANY (ARRAY['open'::text, 'closed'::text])));
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t past 'public.state[]'
ALTER TABLE public.t ALTER COLUMN past TYPE public.state[] USING past::text::public.state[];
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t s 'public.state'
ALTER TABLE public.t ALTER COLUMN s TYPE public.state USING s::text::public.state;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'open'::text;
ALTER DOMAIN public.state OWNER TO postgres;
CREATE FUNCTION public.f(public.state) RETURNS text
    LANGUAGE sql
    AS $$SELECT $1::text$$;
ALTER FUNCTION public.f(public.state) OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT t.id, t.s FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
DROP TYPE public.state__old;
