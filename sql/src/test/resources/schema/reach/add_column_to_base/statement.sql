alter table base add column n int;
