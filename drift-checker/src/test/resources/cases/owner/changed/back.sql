ALTER TABLE public.users OWNER TO postgres;
