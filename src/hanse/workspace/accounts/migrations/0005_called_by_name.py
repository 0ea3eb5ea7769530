from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_a_persons_language"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicaluser",
            name="language",
            field=models.CharField(
                blank=True,
                choices=[
                    ("en", "English"),
                    ("fr", "français"),
                    ("es", "español"),
                    ("ar", "العربية"),
                    ("zh", "中文"),
                    ("ru", "русский"),
                ],
                default="",
                max_length=2,
                verbose_name="language",
            ),
        ),
        migrations.AlterField(
            model_name="historicaluser",
            name="name",
            field=models.CharField(blank=True, max_length=200, verbose_name="name"),
        ),
        migrations.AlterField(
            model_name="historicaluser",
            name="role",
            field=models.CharField(
                choices=[
                    ("administrator", "Administrator"),
                    ("officer", "Officer"),
                    ("reviewer", "Reviewer"),
                    ("city", "City focal point"),
                    ("researcher", "Researcher"),
                    ("public", "Public"),
                ],
                default="researcher",
                max_length=20,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="user",
            name="language",
            field=models.CharField(
                blank=True,
                choices=[
                    ("en", "English"),
                    ("fr", "français"),
                    ("es", "español"),
                    ("ar", "العربية"),
                    ("zh", "中文"),
                    ("ru", "русский"),
                ],
                default="",
                max_length=2,
                verbose_name="language",
            ),
        ),
        migrations.AlterField(
            model_name="user",
            name="name",
            field=models.CharField(blank=True, max_length=200, verbose_name="name"),
        ),
        migrations.AlterField(
            model_name="user",
            name="role",
            field=models.CharField(
                choices=[
                    ("administrator", "Administrator"),
                    ("officer", "Officer"),
                    ("reviewer", "Reviewer"),
                    ("city", "City focal point"),
                    ("researcher", "Researcher"),
                    ("public", "Public"),
                ],
                default="researcher",
                max_length=20,
                verbose_name="role",
            ),
        ),
    ]
