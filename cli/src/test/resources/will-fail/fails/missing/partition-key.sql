-- 42703: a partition key that is no column
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (created_at);
