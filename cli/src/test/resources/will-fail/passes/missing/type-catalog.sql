-- passes: of pg_catalog
CREATE TABLE t (a pg_catalog.int4, b pg_catalog."timestamptz", c information_schema.sql_identifier, d pg_catalog.text);
