-- 2BP01: a column
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (id bigint PRIMARY KEY, mood mood);
-- migration
DROP TYPE mood;
