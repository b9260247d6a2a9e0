-- 22P02: a word for a uuid
CREATE TABLE t (a uuid DEFAULT 'new');
