-- 42704: dropped before
CREATE TYPE status AS ENUM ('open');
DROP TYPE status;
-- migration
CREATE TABLE t (id bigint PRIMARY KEY, status status);
