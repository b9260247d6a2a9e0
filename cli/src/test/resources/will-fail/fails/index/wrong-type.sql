-- 42804: operator class text_pattern_ops does not accept data type integer
CREATE TABLE a (id int);
CREATE INDEX i ON a (id text_pattern_ops);
