alter table t add column g int generated always as identity;
