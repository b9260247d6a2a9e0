-- needs another
DROP VIEW public.v;
-- its values are lost; to drop it step by step: deed expand drop-column public.t b
-- loses data
ALTER TABLE public.t DROP COLUMN b;
-- needs another
CREATE INDEX CONCURRENTLY i ON public.t USING btree (c);
-- needs another
CREATE VIEW public.v AS
    SELECT t.a, t.c AS b FROM public.t;
-- needs another
ALTER VIEW public.v OWNER TO postgres;
