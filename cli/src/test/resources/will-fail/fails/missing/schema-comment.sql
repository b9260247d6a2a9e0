-- 3F000: schema s does not exist
CREATE SCHEMA t;
CREATE TABLE a (id bigint);
COMMENT ON SCHEMA s IS 'x';
