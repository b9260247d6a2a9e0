DROP VIEW public.v;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((a + 2)) STORED;
CREATE INDEX CONCURRENTLY i ON public.t USING btree (b);
CREATE VIEW public.v AS
    SELECT t.b FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
