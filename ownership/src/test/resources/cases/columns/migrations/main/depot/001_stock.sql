CREATE TABLE stock (id int PRIMARY KEY, name text, secret text);
CREATE TABLE prices (id int PRIMARY KEY, code text UNIQUE, amount numeric);
CREATE TABLE bins (id int PRIMARY KEY, label text, weight int);
CREATE VIEW stock_view AS SELECT id, secret FROM stock;
