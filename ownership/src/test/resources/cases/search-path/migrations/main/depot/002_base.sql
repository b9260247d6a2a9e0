CREATE SCHEMA depot;
CREATE TABLE stock (sku text PRIMARY KEY, pieces int);
CREATE TABLE prices (sku text PRIMARY KEY, cents int);
CREATE TABLE depot.shelves (id int PRIMARY KEY, sku text REFERENCES public.stock);
