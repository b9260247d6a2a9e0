-- 42P17: generation expression is not immutable
CREATE TABLE a (f text, n tsvector GENERATED ALWAYS AS (to_tsvector(f)) STORED);
