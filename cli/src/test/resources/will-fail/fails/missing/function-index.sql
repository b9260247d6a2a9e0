-- 42883: function f(bigint) does not exist
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (f(id));
