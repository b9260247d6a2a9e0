create temp table q (id int); drop table q;
