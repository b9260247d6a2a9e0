-- passes since 15: refresh collation version
ALTER DATABASE template1 REFRESH COLLATION VERSION;
