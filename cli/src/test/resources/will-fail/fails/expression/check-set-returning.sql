-- 0A000: set-returning functions are not allowed in check constraints
CREATE TABLE a (id bigint, CHECK (generate_series(1, 2) > 0));
