create index on t (c);
