from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pledges", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="partnership",
            name="earlier",
            field=models.DateTimeField(null=True),
        ),
    ]
