-- passes since 17: json scalar
SELECT JSON_SCALAR(1);
