truncate parent cascade;
