-- passes: the same signature
CREATE FUNCTION f(a int, b text DEFAULT 'x') RETURNS TABLE (c int, d text) LANGUAGE sql AS 'SELECT a, b';
-- migration
CREATE OR REPLACE FUNCTION f(a integer, b text DEFAULT 'y') RETURNS TABLE (c int, d text) LANGUAGE sql STABLE AS 'SELECT a, b';
