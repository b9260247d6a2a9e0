-- 42701: duplicate column name in statistics definition
CREATE TABLE orders (id bigint, number integer);
CREATE STATISTICS ids (ndistinct) ON id, number, id FROM orders;
