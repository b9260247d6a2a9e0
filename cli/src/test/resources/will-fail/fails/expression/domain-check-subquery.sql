-- 0A000: cannot use subquery in check constraint
CREATE DOMAIN d AS int CHECK (VALUE IN (SELECT 1));
