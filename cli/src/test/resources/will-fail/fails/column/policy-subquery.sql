-- 42703: column ownr does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
CREATE POLICY p ON a USING (id IN (SELECT ownr FROM b));
