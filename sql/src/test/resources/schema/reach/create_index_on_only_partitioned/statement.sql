create index on only pt (v);
