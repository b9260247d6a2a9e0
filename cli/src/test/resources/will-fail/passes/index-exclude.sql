-- passes: exclusion by operators that the index method has
CREATE TABLE a (id bigint, n int, r int4range, EXCLUDE (id WITH =), EXCLUDE USING hash (n WITH =));
ALTER TABLE a ADD EXCLUDE USING gist (r WITH &&);
ALTER TABLE a ADD EXCLUDE (r WITH =);
