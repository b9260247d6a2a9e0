-- passes: an index has no row type
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE INDEX mood ON t (a);
-- migration
CREATE TYPE mood AS ENUM ('fine');
