-- 42804: collations are not supported by type jsonb
CREATE TABLE a (x jsonb COLLATE "C");
