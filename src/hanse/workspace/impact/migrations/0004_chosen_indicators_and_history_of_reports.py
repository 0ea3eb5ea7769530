import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import hanse.workspace.keys

COLUMNS = ("id", "title", "audience", "language", "since", "until", "prepared_by", "handling", "made", "by_id")


def begin(apps, schema_editor):
    """The history of what was made before begins with its making."""
    held = apps.get_model("impact", "Report").objects.order_by("made").values(*COLUMNS)
    first = apps.get_model("impact", "HistoricalReport")
    first.objects.bulk_create(
        first(**each, chosen=[], history_date=each["made"], history_type="+", history_user_id=each["by_id"])
        for each in held.iterator()
    )


class Migration(migrations.Migration):
    dependencies = [
        ("impact", "0003_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="chosen",
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AlterField(
            model_name="report",
            name="handling",
            field=models.CharField(
                choices=[("public", "Public"), ("internal", "Internal"), ("restricted", "Restricted")],
                default="internal",
                max_length=12,
                verbose_name="who may read it",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalReport",
            fields=[
                (
                    "id",
                    models.CharField(db_index=True, default=hanse.workspace.keys.key, editable=False, max_length=12),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("donor", "Donors: all evidence, item by item"),
                            ("council", "City council: numbers, stories, how it was counted"),
                            ("public", "The public: numbers, a few stories, how it was counted"),
                        ],
                        max_length=10,
                        verbose_name="audience",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("fr", "français"),
                            ("es", "español"),
                            ("ar", "العربية"),
                            ("zh", "中文"),
                            ("ru", "русский"),
                        ],
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="from")),
                ("until", models.DateField(verbose_name="until")),
                ("prepared_by", models.CharField(blank=True, max_length=200, verbose_name="prepared by")),
                (
                    "handling",
                    models.CharField(
                        choices=[("public", "Public"), ("internal", "Internal"), ("restricted", "Restricted")],
                        default="internal",
                        max_length=12,
                        verbose_name="who may read it",
                    ),
                ),
                ("chosen", models.JSONField(default=list, editable=False)),
                ("made", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical report",
                "verbose_name_plural": "historical reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
