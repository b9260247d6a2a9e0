-- passes: numbers with an exponent
SELECT 0e1, 1e10, 0.5E-3, 0;
