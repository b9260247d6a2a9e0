--
-- PostgreSQL database dump
--

\restrict klKmAn4OFeiNogT8wnDgoQ9m0Ww1Y8FtGoirhoP8d3eMwu1zDMgMnWjAtMjYRLo

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
-- Name: w; Type: FOREIGN DATA WRAPPER; Schema: -; Owner: postgres
--

CREATE FOREIGN DATA WRAPPER w;


ALTER FOREIGN DATA WRAPPER w OWNER TO postgres;

--
-- Name: s; Type: SERVER; Schema: -; Owner: postgres
--

CREATE SERVER s FOREIGN DATA WRAPPER w;


ALTER SERVER s OWNER TO postgres;

--
-- Name: ft; Type: FOREIGN TABLE; Schema: public; Owner: postgres
--

CREATE FOREIGN TABLE public.ft (
    a integer
)
SERVER s
OPTIONS (
    x 'a'
);


ALTER FOREIGN TABLE public.ft OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

\unrestrict klKmAn4OFeiNogT8wnDgoQ9m0Ww1Y8FtGoirhoP8d3eMwu1zDMgMnWjAtMjYRLo

