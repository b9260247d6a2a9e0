--
-- PostgreSQL database dump
--

-- Dumped from database version 9.6.1
-- Dumped by pg_dump version 9.6.1

SET statement_timeout = 0;
CREATE SCHEMA other;

SET search_path = public, pg_catalog;

CREATE TYPE mood AS ENUM ('a', 'b');
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS $$ SELECT x $$;
SET default_tablespace = '';
SET default_with_oids = false;
CREATE TABLE users (
    id integer NOT NULL,
    name text DEFAULT 'x'::text,
    m mood DEFAULT 'a'::mood,
    CONSTRAINT c CHECK ((f(id) > 0))
);
CREATE SEQUENCE users_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE users_id_seq OWNED BY users.id;
SET search_path = other, pg_catalog;
CREATE TABLE orders (
    id integer NOT NULL,
    user_id integer
);
SET search_path = public, pg_catalog;
CREATE VIEW v AS
 SELECT users.id,
    users.name
   FROM users;
SET search_path = other, pg_catalog;
CREATE VIEW w AS
 SELECT o.id,
    u.name
   FROM (orders o
     JOIN public.users u ON ((u.id = o.user_id)));
SET search_path = public, pg_catalog;
ALTER TABLE ONLY users ALTER COLUMN id SET DEFAULT nextval('users_id_seq'::regclass);
ALTER TABLE ONLY users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
SET search_path = other, pg_catalog;
ALTER TABLE ONLY orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
SET search_path = public, pg_catalog;
CREATE INDEX users_name ON users USING btree (lower(name));
SET search_path = other, pg_catalog;
ALTER TABLE ONLY orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES public.users(id);
SET search_path = other, pg_catalog;
CREATE MATERIALIZED VIEW mv AS
 SELECT orders.id FROM orders WITH NO DATA;
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON orders FOR EACH ROW EXECUTE PROCEDURE trg();
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON orders USING ((id > 0));
CREATE RULE r AS ON DELETE TO orders DO INSTEAD NOTHING;
COMMENT ON TABLE orders IS 'x';
COMMENT ON COLUMN orders.id IS 'y';
CREATE DOMAIN pos AS integer CONSTRAINT pos_check CHECK ((VALUE > 0));
CREATE TABLE child (a pos) INHERITS (orders);
CREATE TABLE deep (id integer, s public.mood[] DEFAULT ARRAY['a'::public.mood], n integer DEFAULT public.f(1));
CREATE VIEW deepv AS
 SELECT d.id FROM ((deep d LEFT JOIN orders o ON ((o.id = d.id))) JOIN public.users u ON ((u.id = o.id))) WHERE (EXISTS ( SELECT 1 FROM child WHERE (child.id = d.id)));
CREATE AGGREGATE mysum(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
--
-- PostgreSQL database dump complete
--
