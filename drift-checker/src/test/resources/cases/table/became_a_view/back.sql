DROP VIEW public.users;
CREATE TABLE public.users (
    id integer NOT NULL,
    name text
);
ALTER TABLE public.users OWNER TO postgres;
