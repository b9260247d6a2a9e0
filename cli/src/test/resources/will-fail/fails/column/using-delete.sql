-- 42703: column owner specified in using clause does not exist in right table
CREATE TABLE a (id bigint); CREATE TABLE b (id bigint, owner int); CREATE TABLE c (id int);
DELETE FROM a USING b JOIN c USING (owner) WHERE a.id = b.id;
