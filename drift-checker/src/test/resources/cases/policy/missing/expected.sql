--
-- PostgreSQL database dump
--

\restrict YBKoMuC457jQdWJE9SFbDqQwWrfYEcqkfvqbqJWaqw2HyntIvm8dS5cDh5Hkyvq

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
-- Name: users p; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY p ON public.users USING ((id > 0));


--
-- Name: users; Type: ROW SECURITY; Schema: public; Owner: postgres
--

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

--
-- PostgreSQL database dump complete
--

\unrestrict YBKoMuC457jQdWJE9SFbDqQwWrfYEcqkfvqbqJWaqw2HyntIvm8dS5cDh5Hkyvq

