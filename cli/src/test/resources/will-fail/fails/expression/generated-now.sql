-- 42P17: generation expression is not immutable
CREATE TABLE a (id bigint, age interval GENERATED ALWAYS AS (now() - '2020-01-01'::timestamptz) STORED);
