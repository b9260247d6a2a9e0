--
-- PostgreSQL database dump
--

\restrict 1s6kymmLVsMVetEeWItvrfno7yNOCdTAhWqVg0gacZ1NvBbwgVtHx26VrRduEmh

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
-- Name: email; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.email AS text
	CONSTRAINT email_check CHECK ((VALUE ~~ '%@%'::text));


ALTER DOMAIN public.email OWNER TO postgres;

--
-- Name: CONSTRAINT email_check ON DOMAIN email; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON CONSTRAINT email_check ON DOMAIN public.email IS 'good enough';

--
-- PostgreSQL database dump complete
--

\unrestrict 1s6kymmLVsMVetEeWItvrfno7yNOCdTAhWqVg0gacZ1NvBbwgVtHx26VrRduEmh

