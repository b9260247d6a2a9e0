-- 22007: invalid input syntax for type timestamp with time zone: current_timestamp
CREATE TABLE a (b timestamptz DEFAULT 'CURRENT_TIMESTAMP');
