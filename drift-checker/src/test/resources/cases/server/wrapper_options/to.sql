CREATE FOREIGN DATA WRAPPER dummy OPTIONS (debug 'false', b '2');
