-- 42883: function f(bigint) does not exist
CREATE TABLE a (id bigint);
CREATE VIEW v AS SELECT f(id) AS x FROM a;
