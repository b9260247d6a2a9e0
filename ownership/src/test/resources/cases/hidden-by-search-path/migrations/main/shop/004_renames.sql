CREATE TABLE aside.keys (id int PRIMARY KEY);
ALTER SCHEMA shop RENAME TO former;
ALTER SCHEMA aside RENAME TO shop;
CREATE SCHEMA aside;
CREATE TABLE aside.keys (id int PRIMARY KEY);
