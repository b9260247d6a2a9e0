-- 42809: t is not a sequence
CREATE TABLE t (id bigint);
SELECT nextval('t');
