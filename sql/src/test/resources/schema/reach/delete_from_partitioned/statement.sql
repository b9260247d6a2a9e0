delete from pt;
