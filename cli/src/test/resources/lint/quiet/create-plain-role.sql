-- not on every server
-- migration
CREATE ROLE reports NOLOGIN;
