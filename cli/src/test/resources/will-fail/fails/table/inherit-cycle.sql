-- 42P07: circular inheritance not allowed
CREATE TABLE p (id bigint);
CREATE TABLE c () INHERITS (p);
ALTER TABLE p INHERIT c;
