-- 22023: value 0 out of bounds for option autovacuum_vacuum_cost_limit
CREATE TABLE a (id int) WITH (autovacuum_vacuum_cost_limit = 0);
