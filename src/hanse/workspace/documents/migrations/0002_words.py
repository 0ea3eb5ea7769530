"""The index of words, which belongs to the database and to no model."""

from django.db import migrations

from hanse.workspace.documents import index


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: index.create(editor),
            lambda apps, editor: index.drop(editor),
        )
    ]
