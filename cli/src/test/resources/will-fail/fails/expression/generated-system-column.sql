-- 42P10: cannot use system column xmin in column generation expression
CREATE TABLE a (f int, n text GENERATED ALWAYS AS (xmin::text) STORED);
