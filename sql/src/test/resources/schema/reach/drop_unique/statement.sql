alter table parent drop constraint parent_code_key;
