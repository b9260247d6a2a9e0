--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

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
-- Name: numbers; Type: OPERATOR FAMILY; Schema: public; Owner: postgres
--

CREATE OPERATOR FAMILY public.numbers USING btree;
ALTER OPERATOR FAMILY public.numbers USING btree ADD
    OPERATOR 3 =(integer,bigint) ,
    OPERATOR 5 >(integer,bigint) ,
    FUNCTION 1 (integer, bigint) btint48cmp(integer,bigint);


ALTER OPERATOR FAMILY public.numbers USING btree OWNER TO postgres;

--
-- Name: whole; Type: OPERATOR CLASS; Schema: public; Owner: postgres
--

CREATE OPERATOR CLASS public.whole
    FOR TYPE integer USING btree FAMILY public.numbers AS
    OPERATOR 1 <(integer,integer) ,
    OPERATOR 2 <=(integer,integer) ,
    OPERATOR 3 =(integer,integer) ,
    OPERATOR 4 >=(integer,integer) ,
    OPERATOR 5 >(integer,integer) ,
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);


ALTER OPERATOR CLASS public.whole USING btree OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: orders; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.orders (
    id integer
);


ALTER TABLE public.orders OWNER TO postgres;

--
-- Name: orders_id; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX orders_id ON public.orders USING btree (id public.whole);


--
-- PostgreSQL database dump complete
--


