-- 42704: no policy to drop
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
DROP POLICY p ON t;
