CREATE MATERIALIZED VIEW public.m WITH (fillfactor=70) AS
    SELECT t.a, count(*) AS n FROM public.t GROUP BY t.a;
COMMENT ON COLUMN public.m.n IS 'n';
CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
CREATE VIEW public.v AS
    SELECT m.n FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
GRANT SELECT ON TABLE public.m TO app_reader;
