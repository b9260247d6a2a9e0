-- 42804: column b is of type boolean but expression is of type integer
CREATE TABLE a (b boolean);
INSERT INTO a VALUES (1);
