import django.db.models.deletion
from django.db import migrations, models

import hanse.workspace.documents.dates


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0002_words"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="document",
            options={"ordering": ["-added", "id"], "verbose_name": "document", "verbose_name_plural": "documents"},
        ),
        migrations.AlterField(
            model_name="document",
            name="actor",
            field=models.CharField(
                blank=True, help_text="who speaks: a city, a state, a body", max_length=300, verbose_name="actor"
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="adopted",
            field=models.BooleanField(
                default=False, help_text="agreed language: a text that was adopted", verbose_name="adopted"
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="date",
            field=models.CharField(
                blank=True,
                help_text="2018-07-11, 2018-07 or 2018",
                max_length=40,
                validators=[hanse.workspace.documents.dates.validate_edtf],
                verbose_name="date",
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="handling",
            field=models.CharField(
                choices=[("public", "Public"), ("internal", "Internal"), ("restricted", "Restricted")],
                default="internal",
                max_length=12,
                verbose_name="handling",
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(blank=True, max_length=100, verbose_name="kind"),
        ),
        migrations.AlterField(
            model_name="document",
            name="language",
            field=models.CharField(default="und", max_length=20, verbose_name="language"),
        ),
        migrations.AlterField(
            model_name="document",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="revisions",
                to="documents.document",
                verbose_name="parent",
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="source",
            field=models.CharField(blank=True, max_length=300, verbose_name="source"),
        ),
        migrations.AlterField(
            model_name="document",
            name="symbol",
            field=models.CharField(
                blank=True, help_text="an official symbol, as A/RES/73/195", max_length=100, verbose_name="symbol"
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="title",
            field=models.CharField(max_length=500, verbose_name="title"),
        ),
        migrations.AlterField(
            model_name="document",
            name="warnings",
            field=models.JSONField(default=list, verbose_name="warnings"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="actor",
            field=models.CharField(
                blank=True, help_text="who speaks: a city, a state, a body", max_length=300, verbose_name="actor"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="adopted",
            field=models.BooleanField(
                default=False, help_text="agreed language: a text that was adopted", verbose_name="adopted"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="date",
            field=models.CharField(
                blank=True,
                help_text="2018-07-11, 2018-07 or 2018",
                max_length=40,
                validators=[hanse.workspace.documents.dates.validate_edtf],
                verbose_name="date",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="handling",
            field=models.CharField(
                choices=[("public", "Public"), ("internal", "Internal"), ("restricted", "Restricted")],
                default="internal",
                max_length=12,
                verbose_name="handling",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="kind",
            field=models.CharField(blank=True, max_length=100, verbose_name="kind"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="language",
            field=models.CharField(default="und", max_length=20, verbose_name="language"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="documents.document",
                verbose_name="parent",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="source",
            field=models.CharField(blank=True, max_length=300, verbose_name="source"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="symbol",
            field=models.CharField(
                blank=True, help_text="an official symbol, as A/RES/73/195", max_length=100, verbose_name="symbol"
            ),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="title",
            field=models.CharField(max_length=500, verbose_name="title"),
        ),
        migrations.AlterField(
            model_name="historicaldocument",
            name="warnings",
            field=models.JSONField(default=list, verbose_name="warnings"),
        ),
    ]
