SET search_path = "$user", public;
SET ROLE shop;
RESET ROLE;
SELECT set_config('role', 'depot', true);
CREATE TABLE shelves2 (id int);
