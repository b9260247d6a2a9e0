CREATE TABLE public.account (id bigint PRIMARY KEY, email text NOT NULL, name text);
CREATE TABLE public.__diesel_schema_migrations (version character varying(50) PRIMARY KEY, run_on timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL);
INSERT INTO public.__diesel_schema_migrations VALUES ('20260101000000', '2026-11-29 19:00:00');
INSERT INTO public.__diesel_schema_migrations VALUES ('20260102000000', '2026-11-29 19:00:00');
