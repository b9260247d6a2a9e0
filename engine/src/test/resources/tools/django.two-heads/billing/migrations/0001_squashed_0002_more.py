from django.db import migrations


class Migration(migrations.Migration):
    replaces = [("billing", "0001_initial"), ("billing", "0002_more")]
    dependencies = [
        ("shop", "0002_left"),
    ]
