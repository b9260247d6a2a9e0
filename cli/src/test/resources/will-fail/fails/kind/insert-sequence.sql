-- 42809: cannot change sequence s
CREATE SEQUENCE s;
INSERT INTO s VALUES (1);
