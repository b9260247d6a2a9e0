-- 42P17: generation expression is not immutable
CREATE TABLE a (f text, n uuid GENERATED ALWAYS AS (gen_random_uuid()) STORED);
