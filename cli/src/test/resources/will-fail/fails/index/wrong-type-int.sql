-- 42804: operator class int4_ops does not accept data type bigint
CREATE TABLE a (n bigint);
CREATE INDEX i ON a (n int4_ops);
