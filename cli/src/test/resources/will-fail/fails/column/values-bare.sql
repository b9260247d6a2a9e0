-- 42703: column nothing does not exist
VALUES (1, nothing);
