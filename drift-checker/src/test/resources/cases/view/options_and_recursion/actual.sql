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
-- Name: n; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.n AS
 WITH RECURSIVE n(x) AS (
         VALUES (1)
        UNION ALL
         SELECT (n_1.x + 1)
           FROM n n_1
          WHERE (n_1.x < 10)
        )
 SELECT n.x
   FROM n;


ALTER TABLE public.n OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a integer,
    b text
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.v WITH (security_invoker='true') AS
 SELECT t.a
   FROM public.t
  WHERE (t.a > 1);


ALTER TABLE public.v OWNER TO postgres;

--
-- Name: u; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.u AS
 SELECT count(*) OVER (PARTITION BY t.b) AS n,
        CASE
            WHEN (t.a > 1) THEN 'x'::text
            ELSE t.b
        END AS c,
    (t.a = ANY (ARRAY[1, 2])) AS d,
    (EXISTS ( SELECT 1
           FROM public.v)) AS e
   FROM public.t;


ALTER TABLE public.u OWNER TO postgres;

--
-- Name: w; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.w AS
 SELECT t.a
   FROM public.t
  WHERE (t.a > 1)
  WITH CASCADED CHECK OPTION;


ALTER TABLE public.w OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

