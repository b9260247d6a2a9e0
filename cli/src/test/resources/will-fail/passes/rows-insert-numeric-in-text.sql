-- passes
CREATE TABLE a (n text, b bigint, c numeric);
INSERT INTO a VALUES (3000000000, 3000000000, '1e3');
