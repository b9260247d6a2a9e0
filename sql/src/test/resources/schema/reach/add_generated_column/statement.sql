alter table t add column g int generated always as (id + 1) stored;
