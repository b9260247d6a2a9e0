-- passes: inherits
CREATE TABLE p (id bigint);
CREATE TABLE c (id bigint, n int);
ALTER TABLE c INHERIT p;
ALTER TABLE c NO INHERIT p;
ALTER TABLE c RENAME COLUMN id TO k;
CREATE TABLE q (id varchar(5));
CREATE TABLE r (id varchar(5), n int) INHERITS (q);
ALTER TABLE ONLY r ADD COLUMN m int;
