-- 42P01: relation a is not a parent of relation b
CREATE TABLE a (id bigint);
CREATE TABLE b (id bigint);
ALTER TABLE b NO INHERIT a;
