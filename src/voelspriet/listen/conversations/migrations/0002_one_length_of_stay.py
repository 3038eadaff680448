"""How long people have been here is said in the groups in which the people of an area are counted."""

from django.db import migrations, models

GROUPS = {'unknown': '', 'under_one': '0', 'one_to_five': '1_4', 'five_to_fifteen': '5_14', 'longer': '15'}


def rename(apps, editor, names):
    """Give every speaker the new name of its group. Twice does no harm."""
    speakers = apps.get_model('conversations', 'Speaker').objects.using(editor.connection.alias)
    for old, new in names.items():
        speakers.filter(stay=old).update(stay=new)


class Migration(migrations.Migration):

    dependencies = [
        ('conversations', '0001_opened'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='speaker', name='speaker_side_role_and_stay_known'),
        migrations.AlterField(
            model_name='speaker',
            name='stay',
            field=models.CharField(blank=True, choices=[('0', 'Korter dan 1 jaar'), ('1_4', '1 tot 5 jaar'), ('5_14', '5 tot 15 jaar'), ('15', '15 jaar of langer')], max_length=16),
        ),
        migrations.RunPython(
            lambda apps, editor: rename(apps, editor, GROUPS),
            lambda apps, editor: rename(apps, editor, {new: old for old, new in GROUPS.items()}),
            hints={'new_database': False},
        ),
        migrations.AddConstraint(
            model_name='speaker',
            constraint=models.CheckConstraint(condition=models.Q(('perspective__in', ['resident', 'professional', 'both']), ('role__in', ['resident', 'entrepreneur', 'key_figure', 'area_manager', 'safety_manager', 'police', 'enforcement', 'housing', 'community_worker', 'youth_worker', 'school', 'care', 'other']), ('stay__in', ['', '0', '1_4', '5_14', '15'])), name='speaker_side_role_and_stay_known'),
        ),
    ]
