-- 42809: operator <(bigint,bigint) is not commutative
CREATE TABLE a (id bigint, EXCLUDE (id WITH <));
