create function nf() returns bigint language sql as 'select count(*) from seen';
