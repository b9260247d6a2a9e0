-- passes since 16: json object
SELECT JSON_OBJECT('a' VALUE 1);
