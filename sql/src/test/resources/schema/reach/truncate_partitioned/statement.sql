truncate pt;
