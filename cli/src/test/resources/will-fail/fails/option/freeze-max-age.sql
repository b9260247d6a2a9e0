-- 22023: value 10 out of bounds for option autovacuum_freeze_max_age
CREATE TABLE a (id int) WITH (autovacuum_freeze_max_age = 10);
