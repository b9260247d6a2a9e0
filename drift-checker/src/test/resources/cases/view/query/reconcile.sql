DROP VIEW public.v;
CREATE VIEW public.v AS
    SELECT users.id, users.name FROM public.users WHERE (users.id > 3);
ALTER VIEW public.v OWNER TO postgres;
