SELECT 'stray';
