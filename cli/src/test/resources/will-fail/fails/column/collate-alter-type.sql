-- 42804: collations are not supported by type integer
CREATE TABLE a (id text);
ALTER TABLE a ALTER COLUMN id TYPE int COLLATE "C" USING id::int;
