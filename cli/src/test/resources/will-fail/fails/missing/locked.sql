-- 42P01: relation b does not exist
CREATE TABLE a (id bigint);
LOCK TABLE b;
