-- migration
NOTIFY schema_changed, 'users';
