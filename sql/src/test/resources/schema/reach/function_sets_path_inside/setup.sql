create schema app;
create table app.orders (id int);
create table orders (id int);
create function f() returns void language plpgsql as $$
begin
  perform set_config('search_path', 'app', true);
  delete from orders;
end $$;
