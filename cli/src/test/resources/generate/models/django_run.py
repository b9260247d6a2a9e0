import os, sys
sys.path.insert(0, os.path.dirname(__file__))
import django
from django.conf import settings
settings.configure(INSTALLED_APPS=["shop"], DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "x"}}, DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", USE_TZ=True)
django.setup()
from django.db import connection
from django.apps import apps
with connection.schema_editor(collect_sql=True, atomic=False) as editor:
    for model in apps.get_app_config("shop").get_models():
        editor.create_model(model)
print("\n".join(editor.collected_sql))
