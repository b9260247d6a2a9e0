DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
CREATE UNIQUE INDEX CONCURRENTLY k ON public.t USING btree (id) INCLUDE (a);
ALTER TABLE public.t ADD CONSTRAINT k PRIMARY KEY USING INDEX k;
CREATE VIEW public.v AS
    select t.id, t.a from public.t group by t.id;
ALTER VIEW public.v OWNER TO postgres;
