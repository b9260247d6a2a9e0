-- 42804: column b is of type boolean but expression is of type integer
CREATE TABLE a (b boolean);
UPDATE a SET b = 0;
