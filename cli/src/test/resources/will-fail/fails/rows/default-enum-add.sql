-- 22P02: invalid input value for enum mood: angry
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE a (id int);
ALTER TABLE a ADD COLUMN m mood DEFAULT 'angry';
