-- passes since 16: grant admin true
CREATE ROLE newer_a;
CREATE ROLE newer_b;
GRANT newer_a TO newer_b WITH ADMIN TRUE;
DROP ROLE newer_a, newer_b;
