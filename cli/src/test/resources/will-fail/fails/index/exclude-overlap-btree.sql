-- 42809: operator &&(anyrange,anyrange) is not a member of operator family range_ops
CREATE TABLE a (r int4range);
-- migration
ALTER TABLE a ADD EXCLUDE (r WITH &&);
