-- 42803: aggregate functions are not allowed in index expressions
CREATE TABLE a (id bigint);
CREATE INDEX i ON a ((sum(id)));
