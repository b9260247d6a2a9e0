-- passes since 17: at local
SELECT now() AT LOCAL;
