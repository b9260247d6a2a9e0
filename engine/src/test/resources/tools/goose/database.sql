CREATE TABLE public.account (id bigint PRIMARY KEY, email text NOT NULL);
CREATE INDEX account_email ON public.account USING btree (email);
CREATE TABLE public.goose_db_version (id integer PRIMARY KEY, version_id bigint NOT NULL, is_applied boolean NOT NULL, tstamp timestamp without time zone DEFAULT now() NOT NULL);
INSERT INTO public.goose_db_version VALUES (1, 0, true, '2026-11-29 19:00:00');
INSERT INTO public.goose_db_version VALUES (2, 1, true, '2026-11-29 19:00:00');
INSERT INTO public.goose_db_version VALUES (3, 2, true, '2026-11-29 19:00:00');
INSERT INTO public.goose_db_version VALUES (4, 3, true, '2026-11-29 19:00:00');
INSERT INTO public.goose_db_version VALUES (5, 3, false, '2026-11-29 19:01:00');
