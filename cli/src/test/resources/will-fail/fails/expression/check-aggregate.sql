-- 42803: aggregate functions are not allowed in check constraints
CREATE TABLE a (id bigint, CHECK (sum(id) > 0));
