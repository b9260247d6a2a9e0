SELECT 'admins';
