--
-- PostgreSQL database dump
--

\restrict pbUkhn3Hqsv6bWrjVL3vcytiETazvgL3nxG1brQCazNeB4UI0XN8ZyEe1aUKK40

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
-- Name: oc; Type: OPERATOR FAMILY; Schema: public; Owner: postgres
--

CREATE OPERATOR FAMILY public.oc USING btree;


ALTER OPERATOR FAMILY public.oc USING btree OWNER TO postgres;

--
-- Name: oc; Type: OPERATOR CLASS; Schema: public; Owner: postgres
--

CREATE OPERATOR CLASS public.oc
    FOR TYPE integer USING btree FAMILY public.oc AS
    OPERATOR 1 <(integer,integer) ,
    OPERATOR 3 =(integer,integer) ,
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);


ALTER OPERATOR CLASS public.oc USING btree OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

\unrestrict pbUkhn3Hqsv6bWrjVL3vcytiETazvgL3nxG1brQCazNeB4UI0XN8ZyEe1aUKK40

