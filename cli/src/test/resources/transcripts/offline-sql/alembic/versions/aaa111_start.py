revision = "aaa111"
down_revision = None
