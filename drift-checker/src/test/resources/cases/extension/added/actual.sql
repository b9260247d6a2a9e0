--
-- PostgreSQL database dump
--

\restrict OlQBkX6bWQ6ZxwuQV6dSzDzWGODiNLCZqgHJAlqscYWQF3z58gEfYgABpAXvVsQ

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
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: users; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.users (
    id integer NOT NULL,
    name text
);


ALTER TABLE public.users OWNER TO postgres;

--
-- Name: users_name; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX users_name ON public.users USING gin (name public.gin_trgm_ops);


--
-- PostgreSQL database dump complete
--

\unrestrict OlQBkX6bWQ6ZxwuQV6dSzDzWGODiNLCZqgHJAlqscYWQF3z58gEfYgABpAXvVsQ

