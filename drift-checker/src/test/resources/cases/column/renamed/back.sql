-- taken for a rename: all else about it is equal
ALTER TABLE public.users RENAME COLUMN full_name TO name;
DROP VIEW public.names;
CREATE VIEW public.names AS
    SELECT users.name FROM public.users;
ALTER VIEW public.names OWNER TO postgres;
