SELECT 'users';
