-- 42883: function f() does not exist
CREATE TABLE a (id bigint);
GRANT EXECUTE ON FUNCTION f() TO PUBLIC;
