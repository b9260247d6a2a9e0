delete from tenant;
