--
-- PostgreSQL database dump
--

\restrict 7S6dSZ7od5rwPCVmgSjEfkh20KeH5NuqcYuWd6mfzr22ojIhCMT9wptGXzSgduP

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
    full_name text,
    CONSTRAINT users_name_check CHECK ((full_name <> ''::text))
);


ALTER TABLE public.users OWNER TO postgres;

--
-- Name: names; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.names AS
 SELECT users.full_name AS name
   FROM public.users;


ALTER TABLE public.names OWNER TO postgres;

--
-- Name: users_name; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX users_name ON public.users USING btree (full_name);


--
-- PostgreSQL database dump complete
--

\unrestrict 7S6dSZ7od5rwPCVmgSjEfkh20KeH5NuqcYuWd6mfzr22ojIhCMT9wptGXzSgduP

