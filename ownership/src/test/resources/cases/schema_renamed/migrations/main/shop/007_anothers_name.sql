ALTER SCHEMA purchasing RENAME TO storage;
