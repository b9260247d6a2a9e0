-- 42710: constraint c for relation a already exists
CREATE TABLE a (id bigint);
ALTER TABLE a ADD CONSTRAINT c EXCLUDE (id WITH =), ADD CONSTRAINT c CHECK (id > 0);
