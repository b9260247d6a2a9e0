-- 42P17: generation expression is not immutable
CREATE TABLE a (id bigint, f text, l text, n text GENERATED ALWAYS AS (concat(f, l)) STORED);
