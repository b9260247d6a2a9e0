-- passes
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE a (m mood);
ALTER TYPE mood RENAME VALUE 'sad' TO 'angry';
INSERT INTO a VALUES ('angry');
