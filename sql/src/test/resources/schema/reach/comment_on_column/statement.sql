comment on column t.b is 'x';
