-- not on every server
-- baseline
CREATE SCHEMA extensions;
-- migration
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA extensions VERSION '1.6';
