CREATE OR REPLACE VIEW account_email AS SELECT email FROM account;
