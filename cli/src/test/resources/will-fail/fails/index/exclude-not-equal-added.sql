-- 42809: operator <>(date,date) is not a member of operator family date_ops
CREATE TABLE a (id date);
ALTER TABLE a ADD EXCLUDE USING hash (id WITH !=);
