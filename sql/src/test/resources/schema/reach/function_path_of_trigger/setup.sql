create schema app;
create table app.log (id int);
create table log (id int);
create table app.t (id int);
create function app.note() returns trigger language plpgsql as $$ begin insert into log values (1); return new; end $$;
create trigger t after insert on app.t for each row execute function app.note();
create function f() returns void language plpgsql set search_path = app as $$ begin insert into t values (1); end $$;
