-- taken for a rename: all else about it is equal
ALTER TABLE public.users RENAME COLUMN name TO full_name;
DROP VIEW public.names;
CREATE VIEW public.names AS
    select users.full_name as name from public.users;
ALTER VIEW public.names OWNER TO postgres;
