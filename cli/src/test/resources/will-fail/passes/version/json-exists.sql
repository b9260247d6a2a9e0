-- passes since 17: json exists
SELECT JSON_EXISTS(jsonb '[1]', '$[0]');
