-- 42703: column owner specified in using clause does not exist in right table
CREATE TABLE a (id bigint); CREATE TABLE b (id bigint, owner int); CREATE TABLE c (id int);
UPDATE a SET id = 1 FROM b JOIN c USING (owner);
