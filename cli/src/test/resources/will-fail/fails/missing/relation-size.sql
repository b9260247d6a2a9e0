-- 42P01: relation b does not exist
CREATE TABLE a (id bigint);
SELECT pg_relation_size('b');
