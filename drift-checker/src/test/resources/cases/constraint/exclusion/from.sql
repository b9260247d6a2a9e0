CREATE TABLE t (a int4range, b integer, c text);
ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (a WITH &&);
