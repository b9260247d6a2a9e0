-- 42P17: generation expression is not immutable
CREATE TABLE a (f text, l text);
ALTER TABLE a ADD COLUMN n text GENERATED ALWAYS AS (concat_ws(' ', f, l)) STORED;
