"""The days an agreement is counted with; those that are there get theirs, some at a time."""

from django.conf import settings
from django.db import migrations, models

from voelspriet.lib.working_days import dutch_day, working_days_between

SOME = 1000


def count_days(apps, editor):
    """Give every agreement its Dutch days and its term in working days. Twice does no harm."""
    every = apps.get_model('agenda', 'Agreement').objects.using(editor.connection.alias)
    agreements = every.order_by('pk')
    asked = agreements.only('pk', 'made_at', 'first_due_on', 'ended_at')
    last = 0
    while rows := list(asked.filter(pk__gt=last)[:SOME]):
        for row in rows:
            row.entered_on = dutch_day(row.made_at)
            row.term = working_days_between(row.entered_on, row.first_due_on)
            row.ended_on = dutch_day(row.ended_at) if row.ended_at else None
        agreements.bulk_update(rows, ['entered_on', 'term', 'ended_on'], batch_size=SOME)
        last = rows[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0004_followed_up'),
        ('areas', '0002_margins'),
        ('initiatives', '0002_followed_up'),
        ('intake', '0002_whole_year'),
        ('network', '0002_whole_year'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='agreement',
            name='agreement_town_first_due',
        ),
        migrations.RemoveIndex(
            model_name='agreement',
            name='agreement_running_by_area',
        ),
        migrations.AddField(
            model_name='agreement',
            name='ended_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='entered_on',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='term',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.RunPython(
            count_days, migrations.RunPython.noop, hints={'new_database': False}
        ),
        migrations.AlterField(
            model_name='agreement',
            name='entered_on',
            field=models.DateField(),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='term',
            field=models.PositiveSmallIntegerField(),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(condition=models.Q(('state', 'open')), fields=['area', 'due_on', 'follower'], name='agreement_running_by_area'),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['municipality', 'first_due_on', 'area', 'organisation', 'term', 'state', 'entered_on', 'ended_on'], name='agreement_kept'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_on__isnull', False)), _connector='OR'), name='agreement_ended_on_its_dutch_day'),
        ),
    ]
