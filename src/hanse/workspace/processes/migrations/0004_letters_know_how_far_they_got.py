"""How far a reminder got is known by its letter."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("processes", "0003_reminders_go_out_as_letters")]

    operations = [
        migrations.RemoveField("reminder", name) for name in ("mark", "begun", "sent", "tried", "tries", "problem")
    ]
