-- 42703: column nothing does not exist
CREATE TABLE a (id bigint);
SELECT nothing;
