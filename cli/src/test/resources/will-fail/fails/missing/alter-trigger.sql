-- 42704: trigger t for table a does not exist
CREATE TABLE a (id bigint);
ALTER TRIGGER t ON a RENAME TO u;
