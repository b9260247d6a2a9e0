-- 42P01: relation missing does not exist
CREATE TABLE a (id bigint);
SELECT 'missing'::regclass;
