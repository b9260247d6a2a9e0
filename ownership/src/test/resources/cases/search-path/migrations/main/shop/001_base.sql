CREATE TABLE customers (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
CREATE TABLE order_lines (order_id bigint CONSTRAINT order_lines_order_fkey REFERENCES orders, sku text);
