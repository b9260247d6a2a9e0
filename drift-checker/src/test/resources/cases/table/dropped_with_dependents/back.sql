DROP VIEW public.w;
DROP VIEW public.v;
CREATE SEQUENCE public.t_id_seq AS integer;
CREATE TABLE public.t (
    id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL,
    o integer,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE FUNCTION public.f() RETURNS SETOF public.t
    LANGUAGE sql
    AS $$SELECT * FROM t$$;
ALTER FUNCTION public.f() OWNER TO postgres;
ALTER TABLE public.t OWNER TO postgres;
ALTER SEQUENCE public.t_id_seq OWNER TO postgres;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
ALTER TABLE public.c ADD CONSTRAINT c_t_fkey FOREIGN KEY (t) REFERENCES public.t(id) NOT VALID;
ALTER TABLE public.c VALIDATE CONSTRAINT c_t_fkey;
CREATE VIEW public.v AS
    SELECT t.id, o.a FROM public.t, public.o;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
    SELECT v.id FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
