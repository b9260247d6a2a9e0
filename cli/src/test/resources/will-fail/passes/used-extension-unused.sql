-- passes
CREATE EXTENSION citext; CREATE EXTENSION pg_trgm; CREATE EXTENSION "uuid-ossp"; CREATE EXTENSION btree_gist;
CREATE TABLE a (email citext, id uuid DEFAULT uuid_generate_v4(), name text, room int, during tstzrange);
CREATE INDEX i ON a USING gin (name gin_trgm_ops);
CREATE INDEX j ON a USING gist (during);
ALTER TABLE a ALTER email TYPE text; ALTER TABLE a ALTER id SET DEFAULT gen_random_uuid(); DROP INDEX i;
DROP EXTENSION citext; DROP EXTENSION "uuid-ossp"; DROP EXTENSION pg_trgm; DROP EXTENSION btree_gist;
