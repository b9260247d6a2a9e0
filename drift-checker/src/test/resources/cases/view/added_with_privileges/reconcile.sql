CREATE VIEW public.v AS
    select users.id from public.users;
ALTER VIEW public.v OWNER TO postgres;
COMMENT ON VIEW public.v IS 'x';
GRANT SELECT ON TABLE public.v TO reader;
