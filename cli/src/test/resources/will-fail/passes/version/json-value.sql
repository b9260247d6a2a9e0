-- passes since 17: json value
SELECT JSON_VALUE(jsonb '[1]', '$[0]');
