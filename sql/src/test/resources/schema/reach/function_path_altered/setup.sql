create schema app;
create table app.orders (id int);
create table orders (id int);
create function f() returns void language plpgsql as $$ begin delete from orders; end $$;
alter function f() set search_path = "$user", app;
