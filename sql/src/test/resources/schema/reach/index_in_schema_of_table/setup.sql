create schema app;
create table app.t (id int);
set search_path = public, app;
