DROP VIEW public.v;
CREATE VIEW public.v AS
    SELECT (t.a)::bigint AS a, t.b FROM public.t;
GRANT SELECT (a) ON TABLE public.v TO app_reader;
ALTER TABLE public.v ALTER COLUMN b SET DEFAULT 'x'::text;
COMMENT ON COLUMN public.v.b IS 'b';
ALTER VIEW public.v OWNER TO postgres;
CREATE TRIGGER tr INSTEAD OF DELETE ON public.v FOR EACH ROW EXECUTE FUNCTION public.f();
