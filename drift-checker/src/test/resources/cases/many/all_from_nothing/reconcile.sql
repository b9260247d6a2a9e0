CREATE SCHEMA s;
ALTER SCHEMA s OWNER TO postgres;
CREATE EXTENSION hstore WITH SCHEMA public;
CREATE TYPE s.e AS ENUM ('a');
ALTER TYPE s.e OWNER TO postgres;
CREATE DOMAIN s.d AS s.e;
ALTER DOMAIN s.d OWNER TO postgres;
CREATE FUNCTION s.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;
ALTER FUNCTION s.f() OWNER TO postgres;
CREATE SEQUENCE s.q;
ALTER SEQUENCE s.q OWNER TO postgres;
CREATE TABLE s.p (
    a integer,
    t integer
)
PARTITION BY LIST (a);
ALTER TABLE s.p OWNER TO postgres;
CREATE TABLE s.t (
    id integer DEFAULT nextval('s.q'::regclass) NOT NULL,
    d s.d,
    h public.hstore,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE TABLE s.p1 (
    a integer,
    t integer,
    CONSTRAINT p_t_fkey FOREIGN KEY (t) REFERENCES s.t(id)
);
ALTER TABLE s.p ATTACH PARTITION s.p1 FOR VALUES IN (1);
ALTER TABLE s.p1 OWNER TO postgres;
ALTER TABLE s.t OWNER TO postgres;
ALTER TABLE s.p ADD CONSTRAINT p_t_fkey FOREIGN KEY (t) REFERENCES s.t(id);
CREATE VIEW s.v AS
    SELECT t.id, p.a FROM (s.t JOIN s.p ON ((p.t = t.id)));
ALTER VIEW s.v OWNER TO postgres;
CREATE MATERIALIZED VIEW s.m AS
    SELECT v.id, v.a FROM s.v;
CREATE INDEX i ON s.m USING btree (a);
ALTER MATERIALIZED VIEW s.m OWNER TO postgres;
CREATE STATISTICS s.st ON a, t FROM s.p;
ALTER STATISTICS s.st OWNER TO postgres;
CREATE RULE r AS ON DELETE TO s.t DO INSTEAD nothing;
CREATE TRIGGER tr AFTER INSERT ON s.p FOR EACH ROW EXECUTE FUNCTION s.f();
CREATE PUBLICATION pub FOR TABLE ONLY s.t;
ALTER PUBLICATION pub OWNER TO postgres;
