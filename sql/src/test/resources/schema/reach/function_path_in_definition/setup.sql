create schema app;
create table app.orders (id int);
create table orders (id int);
