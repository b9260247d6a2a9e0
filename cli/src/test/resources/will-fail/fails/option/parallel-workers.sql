-- 22023: value 5000 out of bounds for option parallel_workers
CREATE TABLE a (id int) WITH (parallel_workers = 5000);
