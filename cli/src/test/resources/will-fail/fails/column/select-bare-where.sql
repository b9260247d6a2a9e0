-- 42703: column nothing does not exist
CREATE TABLE a (id bigint);
SELECT 1 WHERE nothing > 3;
