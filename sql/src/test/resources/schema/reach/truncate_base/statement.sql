truncate base;
