-- 2BP01: a policy
CREATE TABLE t (id bigint PRIMARY KEY, owner text);
CREATE POLICY p ON t USING (owner = current_user);
-- migration
ALTER TABLE t DROP COLUMN owner;
