-- 42804: argument of policy must be type boolean, not type bigint
CREATE TABLE a (id bigint);
CREATE POLICY p ON a USING (id);
