import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import hanse.workspace.keys


class Migration(migrations.Migration):
    dependencies = [
        ("impact", "0002_changes_and_who_stands_outside"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=hanse.workspace.keys.key,
                        editable=False,
                        max_length=12,
                        primary_key=True,
                        serialize=False,
                    ),
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
                        choices=[("public", "Public"), ("internal", "Internal")],
                        default="internal",
                        max_length=12,
                        verbose_name="who may read it",
                    ),
                ),
                ("sheet", models.TextField(default="", editable=False)),
                ("digest", models.CharField(default="", editable=False, max_length=64)),
                ("made", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("snapshots", models.ManyToManyField(related_name="reports", to="impact.snapshot")),
            ],
            options={
                "ordering": ["-made", "id"],
            },
        ),
    ]
