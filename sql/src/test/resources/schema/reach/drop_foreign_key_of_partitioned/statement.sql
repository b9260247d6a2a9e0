alter table pt drop constraint pt_p_fkey;
