-- passes: a primary key over nullable columns
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD PRIMARY KEY (a);
