-- 42809: cannot create a temporary relation as partition of permanent relation p
CREATE TABLE p (id int) PARTITION BY LIST (id);
CREATE TEMP TABLE c PARTITION OF p DEFAULT;
