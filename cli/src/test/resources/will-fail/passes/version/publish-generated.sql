-- passes since 18: publish generated
CREATE PUBLICATION pub WITH (publish_generated_columns = stored);
