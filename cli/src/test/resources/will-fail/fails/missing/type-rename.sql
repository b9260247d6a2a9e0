-- 42704: type t does not exist
CREATE TABLE a (id bigint);
ALTER TYPE t RENAME TO u;
