-- 42710: created twice
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE POLICY p ON t USING (true);
-- migration
CREATE POLICY p ON t USING (id > 0);
