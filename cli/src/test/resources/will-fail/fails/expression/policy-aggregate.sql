-- 42803: aggregate functions are not allowed in policy expressions
CREATE TABLE a (id bigint);
CREATE POLICY p ON a USING (max(id) > 3);
