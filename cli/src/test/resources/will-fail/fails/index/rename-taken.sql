-- 42P07: relation a_pkey already exists
CREATE TABLE a (id bigint PRIMARY KEY, n int UNIQUE);
ALTER INDEX a_n_key RENAME TO a_pkey;
