-- 42809: constraint a_id_key of relation a is not a foreign key or check constraint
CREATE TABLE a (id bigint UNIQUE);
ALTER TABLE a VALIDATE CONSTRAINT a_id_key;
