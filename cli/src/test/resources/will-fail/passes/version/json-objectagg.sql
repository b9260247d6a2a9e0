-- passes since 16: json objectagg
SELECT JSON_OBJECTAGG('a' : 1);
