-- passes
CREATE TABLE a (code varchar(3));
ALTER TABLE a ALTER COLUMN code SET DEFAULT 'abcd';
