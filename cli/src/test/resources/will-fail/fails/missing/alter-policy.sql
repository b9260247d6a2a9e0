-- 42704: policy p for table a does not exist
CREATE TABLE a (id bigint);
ALTER POLICY p ON a USING (true);
