--
-- PostgreSQL database dump
--

\restrict SUsjEuNYvdiNOArAZkjuDa9zmJ2EzjLu0vaZoGiXOdWcoO9Wrz33BObUkK6bESg

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
-- Name: v; Type: MATERIALIZED VIEW; Schema: public; Owner: postgres
--

CREATE MATERIALIZED VIEW public.v AS
 SELECT users.id
   FROM public.users
  WITH NO DATA;


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: v_id_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX v_id_idx ON public.v USING btree (id);


--
-- PostgreSQL database dump complete
--

\unrestrict SUsjEuNYvdiNOArAZkjuDa9zmJ2EzjLu0vaZoGiXOdWcoO9Wrz33BObUkK6bESg

