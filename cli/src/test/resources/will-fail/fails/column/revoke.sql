-- 42703: column nmae of relation a does not exist
CREATE TABLE a (id bigint, name text);
REVOKE UPDATE (nmae) ON a FROM PUBLIC;
