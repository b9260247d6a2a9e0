-- taken for a rename: all else about it is equal
ALTER TABLE public.users RENAME COLUMN name TO full_name;
DROP VIEW public.names;
CREATE VIEW public.names AS
    SELECT users.full_name AS name FROM public.users;
ALTER VIEW public.names OWNER TO postgres;
