-- 55000: index a_id_key is already associated with a constraint
CREATE TABLE a (id bigint UNIQUE);
ALTER TABLE a ADD CONSTRAINT u UNIQUE USING INDEX a_id_key;
