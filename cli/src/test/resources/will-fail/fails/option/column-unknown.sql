-- 22023: unrecognized parameter distinct_n
CREATE TABLE a (id bigint);
ALTER TABLE a ALTER COLUMN id SET (distinct_n = 5);
