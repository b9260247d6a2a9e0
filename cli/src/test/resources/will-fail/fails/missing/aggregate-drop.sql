-- 42883: aggregate total(integer) does not exist
CREATE TABLE a (id bigint);
DROP AGGREGATE total(int);
