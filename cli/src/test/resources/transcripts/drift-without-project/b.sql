\restrict xyz
CREATE SCHEMA deed;
CREATE TABLE deed.migration (a integer);
CREATE TABLE public.users (id integer NOT NULL);
\unrestrict xyz
