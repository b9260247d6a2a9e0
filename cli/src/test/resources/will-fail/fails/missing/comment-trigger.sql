-- 42704: trigger t for table a does not exist
CREATE TABLE a (id bigint);
COMMENT ON TRIGGER t ON a IS 'x';
