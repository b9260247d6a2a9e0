alter table holder drop constraint holder_k_fkey;
