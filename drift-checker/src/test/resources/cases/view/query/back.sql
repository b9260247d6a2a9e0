DROP VIEW public.v;
CREATE VIEW public.v AS
    select users.id from public.users;
ALTER VIEW public.v OWNER TO postgres;
