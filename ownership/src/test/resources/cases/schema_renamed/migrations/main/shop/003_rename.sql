ALTER SCHEMA ordering RENAME TO purchasing;
