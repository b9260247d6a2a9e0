alter table pt alter column v set default 'x';
