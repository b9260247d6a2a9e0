--
-- PostgreSQL database dump
--

-- Dumped from database version 16.4
-- Dumped by pg_dump version 16.4

CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO app;
CREATE INDEX t_a ON public.t USING btree (((a + 1)));
ALTER INDEX public.t_a ALTER COLUMN 1 SET STATISTICS 300;

--
-- PostgreSQL database dump complete
--
