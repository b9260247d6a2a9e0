-- passes since 16: is json
SELECT '{}' IS JSON OBJECT;
