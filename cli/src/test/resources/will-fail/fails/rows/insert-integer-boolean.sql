-- 42804: column n is of type integer but expression is of type boolean
CREATE TABLE a (n int);
INSERT INTO a VALUES (true);
