-- 42804: collations are not supported by type bigint
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (id COLLATE "C");
