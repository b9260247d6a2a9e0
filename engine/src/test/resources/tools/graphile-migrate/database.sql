
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

CREATE SCHEMA graphile_migrate;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE graphile_migrate.current (
    filename text DEFAULT 'current.sql'::text NOT NULL,
    content text NOT NULL,
    date timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE graphile_migrate.migrations (
    hash text NOT NULL,
    previous_hash text,
    filename text NOT NULL,
    date timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.account (
    id bigint NOT NULL,
    email text NOT NULL,
    name text
);

INSERT INTO graphile_migrate.migrations VALUES ('sha1:72d8a93eea03ea3f3259a55311584eb778edc935', NULL, '000001.sql', '2026-11-29 19:15:39.955836+00');
INSERT INTO graphile_migrate.migrations VALUES ('sha1:12022e99d7c44680800b0f2a6ec25bca9c45be76', 'sha1:72d8a93eea03ea3f3259a55311584eb778edc935', '000002.sql', '2026-11-29 19:15:41.48039+00');

ALTER TABLE ONLY graphile_migrate.current
    ADD CONSTRAINT current_pkey PRIMARY KEY (filename);

ALTER TABLE ONLY graphile_migrate.migrations
    ADD CONSTRAINT migrations_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY graphile_migrate.migrations
    ADD CONSTRAINT migrations_previous_hash_fkey FOREIGN KEY (previous_hash) REFERENCES graphile_migrate.migrations(hash);

