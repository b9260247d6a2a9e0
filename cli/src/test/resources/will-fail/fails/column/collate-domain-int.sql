-- 42804: collations are not supported by type integer
CREATE DOMAIN d AS int COLLATE "C";
