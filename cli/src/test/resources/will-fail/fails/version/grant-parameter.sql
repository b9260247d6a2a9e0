-- 42601 until 14: grant parameter came with PostgreSQL 15
GRANT SET ON PARAMETER work_mem TO PUBLIC;
