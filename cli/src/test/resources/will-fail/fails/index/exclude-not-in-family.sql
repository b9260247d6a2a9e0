-- 42809: operator <>(bigint,bigint) is not a member of operator family integer_ops
CREATE TABLE a (id bigint, EXCLUDE (id WITH <>));
