drop table node;
