-- 42804: collations are not supported by type uuid
CREATE TABLE a (x uuid COLLATE "C");
