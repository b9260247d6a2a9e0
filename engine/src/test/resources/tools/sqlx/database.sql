CREATE TABLE public.account (id bigint PRIMARY KEY, email text NOT NULL, name text);
CREATE TABLE public._sqlx_migrations (version bigint PRIMARY KEY, description text NOT NULL, installed_on timestamp with time zone DEFAULT now() NOT NULL, success boolean NOT NULL, checksum bytea NOT NULL, execution_time bigint NOT NULL);
INSERT INTO public._sqlx_migrations VALUES (20260101000001, 'create account', '2026-11-29 19:00:00+00', true, '\x1466a1d95e2074e276abd23a3492c36f3a1616918db68429e808070f65f54a8d5f28d6c7b7d933a76702136d8c3b741e', 1000);
INSERT INTO public._sqlx_migrations VALUES (20260101000002, 'add name', '2026-11-29 19:00:00+00', true, '\x0673013ab7399d80a066d799bf2d324eed18ba988d5032599467fa42fecf05b984e87661321efbdbae3e08af78550228', 1000);
