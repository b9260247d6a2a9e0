CREATE TABLE t (a integer NOT NULL, b integer, c text DEFAULT 'x' NOT NULL, d bigserial, e integer GENERATED ALWAYS AS IDENTITY);
CREATE INDEX t_c ON t (c); COMMENT ON COLUMN t.c IS 'c'; CREATE VIEW v AS SELECT c, d FROM t;
