-- migration
RESET ALL;
