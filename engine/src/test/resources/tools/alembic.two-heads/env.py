revision = "no"
