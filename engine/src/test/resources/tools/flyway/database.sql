
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.account (
    id bigint NOT NULL,
    email text NOT NULL,
    name text
);

CREATE VIEW public.account_names AS
 SELECT account.id,
    account.name
   FROM public.account;

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);

INSERT INTO public.flyway_schema_history VALUES (1, '1', 'create account', 'SQL', 'V1__create_account.sql', -350844167, 'fx', '2026-11-29 19:16:49.688947', 23, true);
INSERT INTO public.flyway_schema_history VALUES (2, '1.2', 'add name', 'SQL', 'V1.2__add_name.sql', -596088475, 'fx', '2026-11-29 19:16:49.843063', 47, true);
INSERT INTO public.flyway_schema_history VALUES (3, NULL, 'account names', 'SQL', 'R__account_names.sql', 1565371303, 'fx', '2026-11-29 19:16:49.935399', 44, true);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);

