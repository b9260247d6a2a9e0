revision = "ccc333"
down_revision = "aaa111"
