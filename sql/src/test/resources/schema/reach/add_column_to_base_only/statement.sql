alter table only base alter column b set default 'x';
