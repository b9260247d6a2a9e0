-- 42804: collations are not supported by type bigint
CREATE TABLE a (id bigint COLLATE "C");
