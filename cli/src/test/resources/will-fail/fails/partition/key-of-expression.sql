-- 0A000: a key over an expression
CREATE TABLE e (id bigint, at timestamptz) PARTITION BY RANGE ((at AT TIME ZONE 'UTC'));
ALTER TABLE e ADD PRIMARY KEY (id, at);
