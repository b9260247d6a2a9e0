--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

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
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'happy'
);


ALTER TYPE public.mood OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: notes; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.notes (
    title character varying(20),
    body character varying,
    moods public.mood[]
);
ALTER TABLE ONLY public.notes ALTER COLUMN title SET STORAGE MAIN;
ALTER TABLE ONLY public.notes ALTER COLUMN body SET STATISTICS 5;
ALTER TABLE ONLY public.notes ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.notes ALTER COLUMN body SET COMPRESSION pglz;
ALTER TABLE ONLY public.notes ALTER COLUMN moods SET STORAGE EXTERNAL;


ALTER TABLE public.notes OWNER TO postgres;

--
-- Name: drafts; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.drafts (
)
INHERITS (public.notes);
ALTER TABLE ONLY public.drafts ALTER COLUMN title SET STORAGE MAIN;
ALTER TABLE ONLY public.drafts ALTER COLUMN body SET STORAGE MAIN;
ALTER TABLE ONLY public.drafts ALTER COLUMN body SET COMPRESSION pglz;
ALTER TABLE ONLY public.drafts ALTER COLUMN moods SET STORAGE EXTERNAL;


ALTER TABLE public.drafts OWNER TO postgres;

--
-- PostgreSQL database dump complete
--


