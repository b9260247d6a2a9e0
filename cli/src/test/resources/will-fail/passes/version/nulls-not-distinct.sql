-- passes since 15: nulls not distinct
CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT);
