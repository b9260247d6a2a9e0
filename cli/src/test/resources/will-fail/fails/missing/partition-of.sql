-- 42P01: no partitioned table
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE e_1 PARTITION OF events DEFAULT;
