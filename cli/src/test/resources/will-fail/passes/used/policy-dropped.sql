-- passes: the policy was dropped
CREATE TABLE t (id bigint PRIMARY KEY, owner text);
CREATE POLICY p ON t USING (owner = current_user);
-- migration
DROP POLICY p ON t;
ALTER TABLE t DROP COLUMN owner;
