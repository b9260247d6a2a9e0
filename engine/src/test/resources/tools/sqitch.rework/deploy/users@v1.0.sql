SELECT 'users@v1.0';
