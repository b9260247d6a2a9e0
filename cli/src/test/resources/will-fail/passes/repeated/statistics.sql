-- passes: an expression beside its column
CREATE TABLE orders (id bigint, number integer);
CREATE STATISTICS ids ON id, number, (id + 1), (number * 2) FROM orders;
