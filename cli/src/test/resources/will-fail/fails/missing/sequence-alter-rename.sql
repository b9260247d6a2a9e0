-- 42P01: relation s does not exist
CREATE TABLE a (id bigint);
ALTER SEQUENCE s RENAME TO t;
