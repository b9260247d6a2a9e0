--
-- PostgreSQL database dump
--

\restrict K4nRwXMBvcRZt9UnTR31JfIgOYVtcMqpwEQvWgBnip5ys7zX0oZRYVYtBbw86as

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
-- Name: base; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.base (
    id integer
);


ALTER TABLE public.base OWNER TO postgres;

--
-- Name: child; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.child (
    extra text
)
INHERITS (public.base);


ALTER TABLE public.child OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

\unrestrict K4nRwXMBvcRZt9UnTR31JfIgOYVtcMqpwEQvWgBnip5ys7zX0oZRYVYtBbw86as

