-- passes since 18: table not null
CREATE TABLE t (a int, CONSTRAINT filled NOT NULL a);
