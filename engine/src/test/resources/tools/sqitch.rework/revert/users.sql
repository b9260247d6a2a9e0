SELECT 'not users';
