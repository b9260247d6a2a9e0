SELECT 'not admins';
