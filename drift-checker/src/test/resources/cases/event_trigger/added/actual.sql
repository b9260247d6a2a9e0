--
-- PostgreSQL database dump
--

\restrict JFzLUoLWJkeHbh579CIP88pC8aoP0xlUG4IJDIgMs5ebjU3OzovircVVQiOlPBN

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
-- Name: e(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.e() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$begin end$$;


ALTER FUNCTION public.e() OWNER TO postgres;

--
-- Name: et; Type: EVENT TRIGGER; Schema: -; Owner: postgres
--

CREATE EVENT TRIGGER et ON ddl_command_end
   EXECUTE FUNCTION public.e();


ALTER EVENT TRIGGER et OWNER TO postgres;

--
-- PostgreSQL database dump complete
--

\unrestrict JFzLUoLWJkeHbh579CIP88pC8aoP0xlUG4IJDIgMs5ebjU3OzovircVVQiOlPBN

