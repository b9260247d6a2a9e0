-- Migration: keep the credit balance
-- Created: 2026-01-13T09:30:00Z
-- Version: 20260113093000
-- deed: ignore trigger-on-live-table reason="one row is updated by its key; nothing else stands in this file"

-- UP Migration
CREATE FUNCTION apply_credit_transaction() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public
AS $$
BEGIN
    UPDATE user_credits
       SET balance = balance + NEW.amount, updated_at = now()
     WHERE user_id = NEW.user_id;
    RETURN NEW;
END;
$$;

CREATE TRIGGER credit_transactions_apply
    AFTER INSERT ON credit_transactions
    FOR EACH ROW EXECUTE FUNCTION apply_credit_transaction();

-- DOWN Migration (Rollback)
-- DROP TRIGGER credit_transactions_apply ON credit_transactions;
-- DROP FUNCTION apply_credit_transaction();
