-- 42P16: two primary keys
CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL);
-- migration
ALTER TABLE t ADD PRIMARY KEY (a);
