-- 42P07: relation p would be inherited from more than once
CREATE TABLE p (id bigint);
CREATE TABLE c () INHERITS (p);
ALTER TABLE c INHERIT p;
