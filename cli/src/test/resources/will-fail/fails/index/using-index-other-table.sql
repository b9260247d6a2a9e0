-- 55000: index i does not belong to table a
CREATE TABLE a (id bigint NOT NULL);
CREATE TABLE b (id bigint NOT NULL);
CREATE UNIQUE INDEX i ON b (id);
ALTER TABLE a ADD UNIQUE USING INDEX i;
