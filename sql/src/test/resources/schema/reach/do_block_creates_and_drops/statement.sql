do $$
begin
  create table next (id int);
  drop table t;
  alter table next rename to t;
  alter table t add column x int;
end $$;
