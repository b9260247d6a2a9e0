DROP MATERIALIZED VIEW public.v;
CREATE MATERIALIZED VIEW public.v AS
    SELECT (users.id + 1) AS id FROM public.users;
CREATE INDEX v_id_idx ON public.v USING btree (id);
ALTER MATERIALIZED VIEW public.v OWNER TO postgres;
