-- 42703 since 15: column b.ident does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, name text);
MERGE INTO a USING b ON b.ident = a.id WHEN MATCHED THEN DELETE;
