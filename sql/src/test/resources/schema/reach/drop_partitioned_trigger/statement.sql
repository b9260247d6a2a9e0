drop trigger x on pt;
