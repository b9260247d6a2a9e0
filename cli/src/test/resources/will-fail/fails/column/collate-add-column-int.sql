-- 42804: collations are not supported by type integer
CREATE TABLE a (id bigint);
ALTER TABLE a ADD COLUMN n int COLLATE "C";
