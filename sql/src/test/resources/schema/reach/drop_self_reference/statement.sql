alter table node drop constraint node_up_fkey;
