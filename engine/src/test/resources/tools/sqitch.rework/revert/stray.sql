SELECT 'not stray';
