-- 42704: constraint c for table a does not exist
CREATE TABLE a (id bigint);
COMMENT ON CONSTRAINT c ON a IS 'x';
