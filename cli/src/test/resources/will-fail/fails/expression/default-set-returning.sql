-- 0A000: set-returning functions are not allowed in default expressions
CREATE TABLE a (id bigint DEFAULT generate_series(1, 2));
