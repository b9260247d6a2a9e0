-- 42804: collations are not supported by type integer
CREATE TYPE t AS (n int COLLATE "C");
