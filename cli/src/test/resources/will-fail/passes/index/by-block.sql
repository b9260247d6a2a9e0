-- passes: by block
CREATE TABLE a (id bigint);
DO $$ BEGIN IF false THEN CREATE EXTENSION btree_gist; END IF; END $$;
