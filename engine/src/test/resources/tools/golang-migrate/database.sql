CREATE TABLE public.account (id bigint PRIMARY KEY, email text NOT NULL, name text);
CREATE TABLE public.schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO public.schema_migrations VALUES (2, false);
