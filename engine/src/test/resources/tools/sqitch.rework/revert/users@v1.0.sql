SELECT 'not users@v1.0';
