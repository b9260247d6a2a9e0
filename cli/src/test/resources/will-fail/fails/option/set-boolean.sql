-- 22023: parameter enable_seqscan requires a boolean value
SET enable_seqscan = perhaps;
