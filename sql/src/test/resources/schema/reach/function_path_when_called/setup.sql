create schema app;
create table app.orders (id int);
create table orders (id int);
create function g() returns void language plpgsql as $$ begin delete from orders; end $$;
create function f() returns void language plpgsql set search_path = app as $$ begin perform public.g(); end $$;
