-- 0A000: cannot use subquery in default expression
CREATE TABLE a (id bigint);
ALTER TABLE a ALTER COLUMN id SET DEFAULT (SELECT max(oid)::bigint FROM pg_class);
