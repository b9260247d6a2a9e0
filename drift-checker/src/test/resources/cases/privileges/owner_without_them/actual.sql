--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
REVOKE ALL ON TABLE public.t FROM app;
GRANT SELECT ON TABLE public.t TO app;

--
-- PostgreSQL database dump complete
--
