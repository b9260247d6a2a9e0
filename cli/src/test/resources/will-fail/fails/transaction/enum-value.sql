-- 55P04: a value in the same transaction
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (id bigint PRIMARY KEY, mood mood);
-- migration
ALTER TYPE mood ADD VALUE 'sad';
INSERT INTO t (id, mood) VALUES (1, 'sad');
