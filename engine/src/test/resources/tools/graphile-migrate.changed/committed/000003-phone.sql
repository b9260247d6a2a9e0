--! Previous: sha1:0000
--! Hash: sha1:22ff87868abded2765cf0fd988972f015d50831a
--! Message: phone

ALTER TABLE account ADD COLUMN phone text;
