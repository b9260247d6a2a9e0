-- 0A000: cannot use subquery in check constraint
CREATE TABLE a (id bigint);
ALTER TABLE a ADD CHECK (EXISTS (SELECT 1 FROM pg_class));
