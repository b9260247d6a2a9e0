CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.f() OWNER TO postgres;
REVOKE ALL ON FUNCTION public.f() FROM PUBLIC;
CREATE FUNCTION public.g() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION public.g() OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.g() TO PUBLIC;
CREATE SEQUENCE public.q;
ALTER SEQUENCE public.q OWNER TO postgres;
REVOKE ALL ON SEQUENCE public.q FROM app_reader;
GRANT USAGE ON SEQUENCE public.q TO app_reader;
CREATE SEQUENCE s.t_a_seq AS integer;
CREATE TABLE public.u (
    a integer
);
ALTER TABLE public.u OWNER TO postgres;
REVOKE ALL ON TABLE public.u FROM app_reader;
GRANT INSERT, SELECT ON TABLE public.u TO app_reader;
CREATE TABLE s.t (
    a integer DEFAULT nextval('s.t_a_seq'::regclass) NOT NULL
);
ALTER TABLE s.t OWNER TO postgres;
REVOKE ALL ON TABLE s.t FROM app_owner;
GRANT INSERT ON TABLE s.t TO app_owner;
REVOKE ALL ON TABLE s.t FROM app_reader;
ALTER SEQUENCE s.t_a_seq OWNER TO postgres;
REVOKE ALL ON SEQUENCE s.t_a_seq FROM app_reader;
GRANT USAGE ON SEQUENCE s.t_a_seq TO app_reader;
ALTER SEQUENCE s.t_a_seq OWNED BY s.t.a;
CREATE VIEW s.v AS
    SELECT 1 AS a;
ALTER VIEW s.v OWNER TO postgres;
REVOKE ALL ON TABLE s.v FROM app_owner;
GRANT INSERT ON TABLE s.v TO app_owner;
REVOKE ALL ON TABLE s.v FROM app_reader;
GRANT SELECT ON TABLE s.v TO app_reader;
