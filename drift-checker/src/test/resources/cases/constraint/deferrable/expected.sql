--
-- PostgreSQL database dump
--

\restrict qajO6a4tfplUIbIWRFaCV4oam0l4Uop9xn2ld3v571Hm5aJkTVzpKN7lIhbsTSB

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
-- Name: users a; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT a UNIQUE (name);


--
-- PostgreSQL database dump complete
--

\unrestrict qajO6a4tfplUIbIWRFaCV4oam0l4Uop9xn2ld3v571Hm5aJkTVzpKN7lIhbsTSB

