create index on base (a);
