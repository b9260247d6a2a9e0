-- 42704: rule r for relation a does not exist
CREATE TABLE a (id bigint);
DROP RULE r ON a;
