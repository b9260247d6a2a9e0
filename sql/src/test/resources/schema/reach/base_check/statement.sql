alter table base add check (a > 0);
