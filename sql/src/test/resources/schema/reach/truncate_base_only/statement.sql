truncate only base;
