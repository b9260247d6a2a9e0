CREATE TABLE public.users (id bigint);
CREATE TABLE public.notes (id bigint) WITH (fillfactor='70');
