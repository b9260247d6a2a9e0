DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT k;
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t USING btree (id);
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;
CREATE VIEW public.v AS
    SELECT t.id, t.a FROM public.t GROUP BY t.id;
ALTER VIEW public.v OWNER TO postgres;
