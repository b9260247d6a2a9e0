-- PostgreSQL database dump
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
-- Name: a; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.a (
    id integer NOT NULL,
    name character varying(20),
    n integer,
    note text,
    at timestamp with time zone
);
-- Name: b; Type: TABLE; Schema: public; Owner: -
CREATE TABLE public.b (
    id integer NOT NULL,
    a_id integer,
    x text
);
-- Name: v1; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v1 AS
 SELECT a.id,
    a.name,
    a.n,
    a.note,
    a.at
   FROM public.a;
-- Name: v10; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v10 AS
 SELECT date_trunc('day'::text, a.at) AS day,
    sum(a.n) AS total
   FROM public.a
  WHERE (a.at > (now() - '7 days'::interval))
  GROUP BY (date_trunc('day'::text, a.at));
-- Name: v11; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v11 AS
 SELECT p.id
   FROM public.a p
  WHERE (((p.n <> ALL (ARRAY[1, 2])) AND ((p.name)::text ~~* '%x%'::text)) OR (p.n IS NULL));
-- Name: v12; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v12 AS
 SELECT (((a.name)::text || ' '::text) || b.x) AS full_name
   FROM ((public.a
     JOIN public.b ON ((a.id = b.a_id)))
     JOIN public.b c ON ((c.id = b.id)));
-- Name: v2; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v2 AS
 SELECT a.id,
    lower((a.name)::text) AS lower,
    count(*) AS count
   FROM public.a
  WHERE ((a.n > 3) AND ((a.note = 'x'::text) OR (a.note ~~ 'y%'::text)))
  GROUP BY a.id, a.name
  ORDER BY a.id;
-- Name: v3; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v3 AS
 SELECT a.id,
    b.x AS bx
   FROM (public.a
     JOIN public.b ON ((b.a_id = a.id)))
  WHERE ((a.n = ANY (ARRAY[1, 2])) AND (b.x IS NOT NULL));
-- Name: v4; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v4 AS
 SELECT a.id,
    b.x
   FROM (public.a
     LEFT JOIN public.b ON (((b.a_id = a.id) AND (b.x <> 'q'::text))))
  ORDER BY a.id DESC;
-- Name: v5; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v5 AS
 SELECT (a.n + (1 * 2)) AS s,
    COALESCE(a.name, ''::character varying) AS nm,
        CASE
            WHEN (a.n > 1) THEN 'a'::text
            ELSE 'b'::text
        END AS c
   FROM public.a;
-- Name: v6; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v6 AS
 WITH q AS (
         SELECT a.id
           FROM public.a
          WHERE (a.n = 1)
        )
 SELECT q.id
   FROM q;
-- Name: v7; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v7 AS
 SELECT a.id
   FROM public.a
  WHERE (EXISTS ( SELECT 1
           FROM public.b
          WHERE (b.a_id = a.id)));
-- Name: v8; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v8 AS
 SELECT a.id,
    row_number() OVER (PARTITION BY a.n ORDER BY a.at) AS rn
   FROM public.a;
-- Name: v9; Type: VIEW; Schema: public; Owner: -
CREATE VIEW public.v9 AS
 SELECT a.id
   FROM public.a
UNION ALL
 SELECT b.id
   FROM public.b;
-- Name: a a_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.a
    ADD CONSTRAINT a_pkey PRIMARY KEY (id);
-- Name: b b_pkey; Type: CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.b
    ADD CONSTRAINT b_pkey PRIMARY KEY (id);
-- Name: b b_a_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
ALTER TABLE ONLY public.b
    ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id);
-- PostgreSQL database dump complete
