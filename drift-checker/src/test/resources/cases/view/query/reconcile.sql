DROP VIEW public.v;
CREATE VIEW public.v AS
    select users.id, users.name from public.users where (users.id > 3);
ALTER VIEW public.v OWNER TO postgres;
