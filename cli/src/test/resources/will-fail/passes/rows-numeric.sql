-- passes
CREATE TABLE a (n numeric(5,2), m numeric(3), r real, s smallint, c char, v varchar);
INSERT INTO a VALUES (123.456789, '1.4e2', '1e30', -32768, 'x  ', repeat('x', 300)), (-999.99, -999, '-Infinity', '+7', NULL, '');
UPDATE a SET n = 999.994, m = ' 999 ', s = 32767;
