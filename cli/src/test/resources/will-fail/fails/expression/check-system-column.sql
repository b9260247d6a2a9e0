-- 42P10: system column xmin reference in check constraint is invalid
CREATE TABLE a (id bigint, CHECK (xmin::text <> '1'));
