-- passes since 18: constraint inherit
CREATE TABLE t (a int CONSTRAINT filled NOT NULL NO INHERIT);
