CREATE TABLE stock (sku text PRIMARY KEY, pieces int);
CREATE SCHEMA depot;
CREATE TABLE depot.shelves (id int PRIMARY KEY);
