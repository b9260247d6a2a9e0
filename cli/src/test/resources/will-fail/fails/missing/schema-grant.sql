-- 3F000: schema s does not exist
CREATE SCHEMA t;
CREATE TABLE a (id bigint);
GRANT USAGE ON SCHEMA s TO PUBLIC;
