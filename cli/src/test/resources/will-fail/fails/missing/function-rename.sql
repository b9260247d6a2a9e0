-- 42883: function f() does not exist
CREATE TABLE a (id bigint);
ALTER FUNCTION f() RENAME TO g;
