DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT k;
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t USING btree (id);
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;
CREATE VIEW public.v AS
    select t.id, t.a from public.t group by t.id;
ALTER VIEW public.v OWNER TO postgres;
