-- 42809: constraint c of relation a is not a foreign key constraint
CREATE TABLE a (id bigint, CONSTRAINT c CHECK (id > 0));
ALTER TABLE a ALTER CONSTRAINT c DEFERRABLE;
