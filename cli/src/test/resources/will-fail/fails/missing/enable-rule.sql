-- 42704: rule r for relation a does not exist
CREATE TABLE a (id bigint);
ALTER TABLE a ENABLE RULE r;
