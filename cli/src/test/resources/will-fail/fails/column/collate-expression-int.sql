-- 42804: collations are not supported by type bigint
CREATE TABLE a (id bigint);
SELECT id COLLATE "C" FROM a;
