drop collation cc cascade;
