CREATE TABLE public.users (id bigint) WITH (oids=false);
CREATE TABLE public.notes (id bigint) WITH (OIDS=FALSE, fillfactor=70);
