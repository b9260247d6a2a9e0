-- needs another
ALTER TABLE public.t DETACH PARTITION public.t1;
-- needs another
DROP VIEW public.v;
-- its rows are lost; to drop it step by step: deed expand drop-table public.t
-- loses data
DROP TABLE public.t;
-- needs another
CREATE TABLE public.t (
    a integer,
    b integer
)
PARTITION BY RANGE (a);
-- needs another
ALTER TABLE public.t OWNER TO postgres;
-- needs another
CREATE INDEX i ON ONLY public.t USING btree (b);
-- needs another
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (1) TO (10);
-- needs another
CREATE VIEW public.v AS
    SELECT t.a FROM public.t;
-- needs another
ALTER VIEW public.v OWNER TO postgres;
