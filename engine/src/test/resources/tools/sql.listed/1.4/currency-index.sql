CREATE INDEX currency_upper ON currency (upper(code));
