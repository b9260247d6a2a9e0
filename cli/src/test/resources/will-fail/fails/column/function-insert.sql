-- 42703: column nmae of relation a does not exist
CREATE TABLE a (id bigint, name text);
CREATE FUNCTION f(x text) RETURNS void LANGUAGE sql AS $$ INSERT INTO a (nmae) VALUES (x) $$;
