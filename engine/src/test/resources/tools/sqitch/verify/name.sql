-- Verify
SELECT 1;
