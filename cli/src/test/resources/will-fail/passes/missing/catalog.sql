-- passes: catalogs
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE VIEW v AS SELECT relname FROM pg_class;
CREATE VIEW w AS SELECT table_name FROM information_schema.tables;
