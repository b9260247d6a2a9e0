-- passes: the function is older than the constructor
SELECT json_object('{a,1}'), json_object('{a}', '{1}');
