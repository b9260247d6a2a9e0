-- 42704: operator class jsonb_path_ops does not exist for access method btree
CREATE TABLE a (j jsonb);
CREATE INDEX i ON a (j jsonb_path_ops);
