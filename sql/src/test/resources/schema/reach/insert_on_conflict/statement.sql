insert into t values (1, 1) on conflict (id) do update set a = excluded.a;
