-- passes: OUT arguments
CREATE FUNCTION f(a int, OUT b int, OUT c text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
-- migration
CREATE OR REPLACE FUNCTION f(a int, OUT b int, OUT c text) LANGUAGE sql AS $$ SELECT 2, 'y' $$;
