-- passes since 17: an enum of the same transaction
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
CREATE TYPE mood AS ENUM ('fine');
ALTER TYPE mood ADD VALUE 'sad';
ALTER TABLE t ADD COLUMN mood mood DEFAULT 'sad';
