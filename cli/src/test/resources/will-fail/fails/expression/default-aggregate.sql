-- 42803: aggregate functions are not allowed in default expressions
CREATE TABLE a (id bigint DEFAULT max(1));
