-- 3F000: schema s does not exist
CREATE SCHEMA t;
CREATE TABLE a (id bigint);
ALTER SCHEMA s RENAME TO u;
