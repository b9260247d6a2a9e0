-- 42703: column nmae of relation a does not exist
CREATE TABLE a (id bigint, name text);
GRANT SELECT (nmae) ON a TO PUBLIC;
