--
-- PostgreSQL database dump
--

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

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

--
-- Name: My App; Type: SCHEMA; Schema: -; Owner: app_owner
--

CREATE SCHEMA "My App";


ALTER SCHEMA "My App" OWNER TO app_owner;

--
-- Name: Mood; Type: TYPE; Schema: My App; Owner: postgres
--

CREATE TYPE "My App"."Mood" AS ENUM (
    'it''s',
    'ok'
);


ALTER TYPE "My App"."Mood" OWNER TO postgres;

--
-- Name: F(integer); Type: FUNCTION; Schema: My App; Owner: postgres
--

CREATE FUNCTION "My App"."F"("A" integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;


ALTER FUNCTION "My App"."F"("A" integer) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: Users; Type: TABLE; Schema: My App; Owner: postgres
--

CREATE TABLE "My App"."Users" (
    id bigint NOT NULL,
    "Mood" "My App"."Mood" DEFAULT 'ok'::"My App"."Mood",
    "E-Mail" text
);


ALTER TABLE "My App"."Users" OWNER TO postgres;

--
-- Name: Users_id_seq; Type: SEQUENCE; Schema: My App; Owner: postgres
--

CREATE SEQUENCE "My App"."Users_id_seq"
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE "My App"."Users_id_seq" OWNER TO postgres;

--
-- Name: Users_id_seq; Type: SEQUENCE OWNED BY; Schema: My App; Owner: postgres
--

ALTER SEQUENCE "My App"."Users_id_seq" OWNED BY "My App"."Users".id;


--
-- Name: v w; Type: VIEW; Schema: My App; Owner: postgres
--

CREATE VIEW "My App"."v w" AS
 SELECT "Users".id AS "Id"
   FROM "My App"."Users";


ALTER TABLE "My App"."v w" OWNER TO postgres;

--
-- Name: Users id; Type: DEFAULT; Schema: My App; Owner: postgres
--

ALTER TABLE ONLY "My App"."Users" ALTER COLUMN id SET DEFAULT nextval('"My App"."Users_id_seq"'::regclass);


--
-- Name: Users Users_E-Mail_key; Type: CONSTRAINT; Schema: My App; Owner: postgres
--

ALTER TABLE ONLY "My App"."Users"
    ADD CONSTRAINT "Users_E-Mail_key" UNIQUE ("E-Mail");


--
-- Name: Users Users_pkey; Type: CONSTRAINT; Schema: My App; Owner: postgres
--

ALTER TABLE ONLY "My App"."Users"
    ADD CONSTRAINT "Users_pkey" PRIMARY KEY (id);


--
-- Name: by mood; Type: INDEX; Schema: My App; Owner: postgres
--

CREATE INDEX "by mood" ON "My App"."Users" USING btree ("Mood");


--
-- Name: SCHEMA "My App"; Type: ACL; Schema: -; Owner: app_owner
--

GRANT USAGE ON SCHEMA "My App" TO app_reader;


--
-- Name: TABLE "Users"; Type: ACL; Schema: My App; Owner: postgres
--

GRANT SELECT ON TABLE "My App"."Users" TO app_reader;


--
-- Name: TABLE "v w"; Type: ACL; Schema: My App; Owner: postgres
--

GRANT SELECT ON TABLE "My App"."v w" TO app_reader;


--
-- PostgreSQL database dump complete
--

