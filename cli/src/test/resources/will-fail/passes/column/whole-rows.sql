-- passes: whole rows
CREATE TABLE a (id bigint, name text);
SELECT a FROM a;
SELECT row_to_json(x) FROM a x;
SELECT count(a.*) FROM a;
SELECT (x).name FROM (SELECT a AS x FROM a) s;
SELECT to_jsonb(s) FROM (SELECT id, upper(name) FROM a) s;
