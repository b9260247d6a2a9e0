--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
CREATE INDEX t_a ON public.t USING btree (a);
ALTER INDEX public.t_a DEPENDS ON EXTENSION hstore;

--
-- PostgreSQL database dump complete
--
