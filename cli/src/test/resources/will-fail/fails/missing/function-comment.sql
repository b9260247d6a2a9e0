-- 42883: function f() does not exist
CREATE TABLE a (id bigint);
COMMENT ON FUNCTION f() IS 'x';
