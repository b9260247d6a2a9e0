CREATE FOREIGN DATA WRAPPER dummy OPTIONS (debug 'true', a '1');
