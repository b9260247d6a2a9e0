
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

CREATE VIEW public.account_ids AS
 SELECT account.id
   FROM public.account;

CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);

CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);

INSERT INTO public.databasechangelog VALUES ('create-account', 'web', 'db/changelog/changes/001.sql', '2026-11-29 19:16:59.122549', 1, 'EXECUTED', '9:7a5cd4bde265b92bfff698db1fe9ebb1', 'sql', '', NULL, '4.33.0', NULL, NULL, '5979813979');
INSERT INTO public.databasechangelog VALUES ('view-names', 'web', 'db/changelog/changes/001.sql', '2026-11-29 19:16:59.212393', 2, 'EXECUTED', '9:79ecc54c66b15d955040cf98043505cf', 'sql', '', NULL, '4.33.0', NULL, NULL, '5979813979');
INSERT INTO public.databasechangelog VALUES ('add-name', 'web', 'db/changelog/changes/002.xml', '2026-11-29 19:16:59.267553', 3, 'EXECUTED', '9:ddd3be50a7527c5ecb42b89c4b1da14f', 'addColumn tableName=account', '', NULL, '4.33.0', NULL, NULL, '5979813979');
INSERT INTO public.databasechangelog VALUES ('index', 'web', 'db/changelog/more/003.sql', '2026-11-29 19:16:59.291528', 4, 'EXECUTED', '9:9ab6a575af644501931a6b25287d3635', 'sql', '', NULL, '4.33.0', NULL, NULL, '5979813979');

INSERT INTO public.databasechangeloglock VALUES (1, false, NULL, NULL);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);

CREATE INDEX account_email ON public.account USING btree (email);

