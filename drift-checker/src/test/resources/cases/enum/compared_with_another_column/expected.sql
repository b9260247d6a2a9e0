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
    'ok',
    'happy'
);


ALTER TYPE public.mood OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: people; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.people (
    morning public.mood,
    evening public.mood,
    CONSTRAINT known CHECK ((morning IS NOT NULL)),
    CONSTRAINT swings CHECK ((morning <> evening))
);


ALTER TABLE public.people OWNER TO postgres;

--
-- Name: evenings; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX evenings ON public.people USING btree (evening);


--
-- Name: steady; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX steady ON public.people USING btree (morning) WHERE (morning = evening);


--
-- PostgreSQL database dump complete
--


