-- 42710: constraint d for relation a already exists
CREATE TABLE a (id bigint, CONSTRAINT c CHECK (id > 0), CONSTRAINT d CHECK (id > 1));
ALTER TABLE a RENAME CONSTRAINT c TO d;
