drop rule r on t;
