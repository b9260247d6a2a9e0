-- 42703: column next does not exist
CREATE TABLE a (id bigint, name text);
SELECT id + 1 AS next FROM a WHERE next > 3;
