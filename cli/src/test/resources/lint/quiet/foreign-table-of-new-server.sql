-- not on every server
-- migration
CREATE SERVER reports FOREIGN DATA WRAPPER file_fdw;
