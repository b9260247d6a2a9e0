copy (select * from vv) to stdout;
