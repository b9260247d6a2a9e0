DROP VIEW public.v;
CREATE VIEW public.v AS
    SELECT users.id FROM public.users;
ALTER VIEW public.v OWNER TO postgres;
