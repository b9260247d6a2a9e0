CREATE TABLE stock (sku text PRIMARY KEY, pieces int);
