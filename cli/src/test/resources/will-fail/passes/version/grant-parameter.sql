-- passes since 15: grant parameter
GRANT SET ON PARAMETER work_mem TO PUBLIC;
REVOKE SET ON PARAMETER work_mem FROM PUBLIC;
