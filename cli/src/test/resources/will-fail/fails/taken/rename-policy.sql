-- 42710: policy q for table a already exists
CREATE TABLE a (id bigint);
CREATE POLICY p ON a;
CREATE POLICY q ON a;
ALTER POLICY p ON a RENAME TO q;
