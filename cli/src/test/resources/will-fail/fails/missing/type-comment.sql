-- 42704: type t does not exist
CREATE TABLE a (id bigint);
COMMENT ON TYPE t IS 'x';
