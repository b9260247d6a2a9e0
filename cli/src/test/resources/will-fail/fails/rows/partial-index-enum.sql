-- 22P02: invalid input value for enum mood: angry
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE a (id int, m mood);
CREATE INDEX i ON a (id) WHERE m = 'angry';
