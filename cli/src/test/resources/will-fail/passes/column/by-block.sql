-- passes: by block
CREATE TABLE a (id bigint);
DO $$ BEGIN ALTER TABLE a ADD COLUMN name text; END $$;
SELECT name FROM a;
