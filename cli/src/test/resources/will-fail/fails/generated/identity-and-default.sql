-- 42601: a default and an identity
CREATE TABLE t (id bigint DEFAULT 1 GENERATED ALWAYS AS IDENTITY);
