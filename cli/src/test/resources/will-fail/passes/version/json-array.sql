-- passes since 16: json array
SELECT JSON_ARRAY(1, 2);
