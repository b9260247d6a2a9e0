DROP MATERIALIZED VIEW public.m;
DROP VIEW public.w;
DROP VIEW public.v;
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.t a 'bigint'
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;
CREATE VIEW public.v AS
    SELECT t.a, t.b FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMENT ON VIEW public.v IS 'v';
GRANT SELECT ON TABLE public.v TO app_reader;
CREATE VIEW public.w AS
    SELECT (v.a + 1) AS a FROM public.v;
COMMENT ON COLUMN public.w.a IS 'a';
ALTER VIEW public.w OWNER TO postgres;
GRANT SELECT ON TABLE public.w TO app_reader;
CREATE MATERIALIZED VIEW public.m AS
    SELECT w.a FROM public.w;
CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
COMMENT ON INDEX public.m_a IS 'i';
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
GRANT SELECT ON TABLE public.m TO app_reader;
