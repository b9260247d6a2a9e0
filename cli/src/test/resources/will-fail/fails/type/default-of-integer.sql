-- 22P02: text for a number
CREATE TABLE t (a int DEFAULT 'none');
