--
-- PostgreSQL database dump
--

\restrict u9ooWo4nBOoBzqcWwJP01y20R9h4amyt2XpeiwmTXGyHx6pC4hifd8FgrlMGaGn

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
-- Name: r; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.r (
    during tsrange
);


ALTER TABLE public.r OWNER TO postgres;

--
-- Name: r r_during_excl; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.r
    ADD CONSTRAINT r_during_excl EXCLUDE USING gist (during WITH &&);


--
-- PostgreSQL database dump complete
--

\unrestrict u9ooWo4nBOoBzqcWwJP01y20R9h4amyt2XpeiwmTXGyHx6pC4hifd8FgrlMGaGn

