select * from pt;
