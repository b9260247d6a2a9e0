create index on pt (v);
