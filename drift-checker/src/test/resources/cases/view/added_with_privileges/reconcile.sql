CREATE VIEW public.v AS
    SELECT users.id FROM public.users;
ALTER VIEW public.v OWNER TO postgres;
COMMENT ON VIEW public.v IS 'x';
GRANT SELECT ON TABLE public.v TO reader;
