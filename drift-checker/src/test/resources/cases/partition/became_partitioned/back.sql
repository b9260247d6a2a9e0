-- needs another
DROP VIEW public.v;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- needs another
CREATE TABLE public.t (
    a integer,
    b integer
);
-- needs another
ALTER TABLE public.t OWNER TO postgres;
-- needs another
CREATE INDEX i ON public.t USING btree (b);
-- needs another
CREATE VIEW public.v AS
    SELECT t.a FROM public.t;
-- needs another
ALTER VIEW public.v OWNER TO postgres;
