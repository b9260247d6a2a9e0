-- 55000: index a_id_excl is already associated with a constraint
CREATE TABLE a (id bigint NOT NULL, EXCLUDE USING hash (id WITH =));
ALTER TABLE a ADD UNIQUE USING INDEX a_id_excl;
