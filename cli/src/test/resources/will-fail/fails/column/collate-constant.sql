-- 42804: collations are not supported by type integer
SELECT 1 COLLATE "C";
