-- 42804: column d is of type date but expression is of type integer
CREATE TABLE a (d date);
INSERT INTO a VALUES (20200101);
