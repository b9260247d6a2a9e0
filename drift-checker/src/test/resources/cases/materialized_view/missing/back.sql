CREATE MATERIALIZED VIEW public.v AS
    select users.id from public.users;
CREATE UNIQUE INDEX v_id_idx ON public.v USING btree (id);
ALTER MATERIALIZED VIEW public.v OWNER TO postgres;
