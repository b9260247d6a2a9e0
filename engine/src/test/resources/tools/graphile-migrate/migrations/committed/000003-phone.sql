--! Previous: sha1:12022e99d7c44680800b0f2a6ec25bca9c45be76
--! Hash: sha1:22ff87868abded2765cf0fd988972f015d50831a
--! Message: phone

ALTER TABLE account ADD COLUMN phone text;
