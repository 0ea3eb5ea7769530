"""What was told by a mail of its own is told by a letter of `hanse.workspace.mail`, which knows how far it got."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def into_letters(apps, schema_editor):
    """A letter for each mail that was begun, as far as it got. What still waited is forgotten: it is told of anew."""
    Reminder, Letter = apps.get_model("processes", "Reminder"), apps.get_model("mail", "Letter")
    Reminder.objects.filter(begun=None).delete()
    letters = {}
    for each in Reminder.objects.select_related("person").order_by("id"):
        mark = (each.person_id, each.mark)
        if mark not in letters:
            letters[mark] = Letter.objects.create(
                once=f"reminder {each.person_id} {each.mark}",
                person=each.person,
                address=each.person.email,
                subject="Reminder",
                due=each.begun,
                begun=each.begun,
                sent=each.sent,
                tries=each.tries,
                problem=each.problem,
            )
        Reminder.objects.filter(pk=each.pk).update(letter=letters[mark], told=each.begun)


class Migration(migrations.Migration):
    dependencies = [("mail", "0001_initial"), ("processes", "0002_initial")]

    operations = [
        migrations.RenameField("reminder", "letter", "mark"),
        migrations.AddField(
            "reminder",
            "letter",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="reminders", to="mail.letter"
            ),
        ),
        migrations.AddField("reminder", "told", models.DateTimeField(default=django.utils.timezone.now)),
        migrations.RunPython(into_letters, migrations.RunPython.noop, elidable=True),
        migrations.AlterModelOptions("reminder", {"ordering": ["-told", "id"]}),
    ]
