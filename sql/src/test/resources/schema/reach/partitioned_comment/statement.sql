comment on table pt is 'x';
