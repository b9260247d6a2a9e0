--
-- PostgreSQL database dump
--

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
-- Name: fam; Type: OPERATOR FAMILY; Schema: public; Owner: postgres
--

CREATE OPERATOR FAMILY public.fam USING btree;
ALTER OPERATOR FAMILY public.fam USING btree ADD
    OPERATOR 1 <(integer,bigint);


ALTER OPERATOR FAMILY public.fam USING btree OWNER TO postgres;

--
-- Name: OPERATOR FAMILY fam USING btree; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON OPERATOR FAMILY public.fam USING btree IS 'f';


--
-- Name: c; Type: OPERATOR CLASS; Schema: public; Owner: postgres
--

CREATE OPERATOR CLASS public.c
    FOR TYPE integer USING btree FAMILY public.fam AS
    OPERATOR 1 <(integer,integer) ,
    OPERATOR 3 =(integer,integer) ,
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);


ALTER OPERATOR CLASS public.c USING btree OWNER TO postgres;

--
-- Name: OPERATOR CLASS c USING btree; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON OPERATOR CLASS public.c USING btree IS 'c';


--
-- PostgreSQL database dump complete
--

