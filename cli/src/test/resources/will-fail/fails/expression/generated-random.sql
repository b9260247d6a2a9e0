-- 42P17: generation expression is not immutable
CREATE TABLE a (f text, n double precision GENERATED ALWAYS AS (random()) STORED);
