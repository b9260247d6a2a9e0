-- 42P20: window functions are not allowed in check constraints
CREATE TABLE a (id bigint, CHECK (rank() OVER () > 0));
