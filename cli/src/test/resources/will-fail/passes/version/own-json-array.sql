-- passes until 15: a function of that name, where json_array is no word of the grammar
CREATE FUNCTION "json_array"(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
SELECT json_array(1);
