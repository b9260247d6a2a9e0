-- 42804: operator class jsonb_path_ops does not accept data type text
CREATE TABLE a (j text);
CREATE INDEX i ON a USING gin (j jsonb_path_ops);
