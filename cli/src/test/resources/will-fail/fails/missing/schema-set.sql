-- 3F000: schema s does not exist
CREATE TABLE a (id bigint);
CREATE SCHEMA t;
ALTER TABLE a SET SCHEMA s;
