create schema app;
create table app.t (id serial);
create view app.v as select id from app.t;
create function app.f() returns int language sql as $$select 1$$;
create type app.kind as enum ();
