DROP VIEW public.v;
DROP FOREIGN TABLE public.ft;
CREATE FOREIGN TABLE public.ft (
    id integer
)
SERVER near;
ALTER FOREIGN TABLE public.ft OWNER TO postgres;
CREATE VIEW public.v AS
    SELECT ft.id FROM public.ft;
ALTER VIEW public.v OWNER TO postgres;
