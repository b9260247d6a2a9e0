--! Previous: sha1:72d8a93eea03ea3f3259a55311584eb778edc935
--! Hash: sha1:12022e99d7c44680800b0f2a6ec25bca9c45be76

ALTER TABLE account ADD COLUMN name varchar;
