-- passes
CREATE ROLE newer_a;
CREATE ROLE newer_b;
GRANT newer_a TO newer_b WITH ADMIN OPTION;
REVOKE ADMIN OPTION FOR newer_a FROM newer_b;
DROP ROLE newer_a, newer_b;
