-- 0A000: set-returning functions are not allowed in index expressions
CREATE TABLE a (id bigint, tags text[]);
CREATE INDEX i ON a (unnest(tags));
