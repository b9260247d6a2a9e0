--
-- PostgreSQL database dump
--

-- Dumped from database version 15.1
-- Dumped by pg_dump version 15.1

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE SCHEMA other;
CREATE TYPE public.mood AS ENUM ('a', 'b');
CREATE FUNCTION public.f(x integer) RETURNS integer LANGUAGE sql AS $$ SELECT x $$;
CREATE TABLE public.users (
    id integer NOT NULL,
    name text DEFAULT 'x'::text,
    m public.mood DEFAULT 'a'::public.mood,
    CONSTRAINT c CHECK ((public.f(id) > 0))
);
CREATE SEQUENCE public.users_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
CREATE TABLE other.orders (
    id integer NOT NULL,
    user_id integer
);
CREATE VIEW public.v AS
 SELECT users.id,
    users.name
   FROM public.users;
CREATE VIEW other.w AS
 SELECT o.id,
    u.name
   FROM (other.orders o
     JOIN public.users u ON ((u.id = o.user_id)));
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY other.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE INDEX users_name ON public.users USING btree (lower(name));
ALTER TABLE ONLY other.orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES public.users(id);
CREATE MATERIALIZED VIEW other.mv AS
 SELECT orders.id FROM other.orders WITH NO DATA;
CREATE FUNCTION other.trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON other.orders FOR EACH ROW EXECUTE FUNCTION other.trg();
ALTER TABLE other.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON other.orders USING ((id > 0));
CREATE RULE r AS ON DELETE TO other.orders DO INSTEAD NOTHING;
COMMENT ON TABLE other.orders IS 'x';
COMMENT ON COLUMN other.orders.id IS 'y';
CREATE DOMAIN other.pos AS integer CONSTRAINT pos_check CHECK ((VALUE > 0));
CREATE TABLE other.child (a other.pos) INHERITS (other.orders);
CREATE TABLE other.deep (id integer, s public.mood[] DEFAULT ARRAY['a'::public.mood], n integer DEFAULT public.f(1));
CREATE VIEW other.deepv AS
 SELECT d.id FROM ((other.deep d LEFT JOIN other.orders o ON ((o.id = d.id))) JOIN public.users u ON ((u.id = o.id))) WHERE (EXISTS ( SELECT 1 FROM other.child WHERE (child.id = d.id)));
CREATE AGGREGATE other.mysum(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
--
-- PostgreSQL database dump complete
--
