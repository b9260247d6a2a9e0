\restrict abc
CREATE TABLE public.users (id integer NOT NULL);
\unrestrict abc
