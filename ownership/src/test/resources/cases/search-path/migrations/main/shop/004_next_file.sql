-- The setting ended with the file before.
CREATE TABLE order_more (id int);
