-- 22P02: invalid input syntax for type integer: x
CREATE VIEW v AS SELECT 'x'::int AS n;
