-- 42P16: column must be added to child tables too
CREATE TABLE p (id bigint);
CREATE TABLE c () INHERITS (p);
ALTER TABLE ONLY p ADD COLUMN x int;
