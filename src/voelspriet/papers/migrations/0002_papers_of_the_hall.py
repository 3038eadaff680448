from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0001_papers'),
    ]

    operations = [
        migrations.AlterField(
            model_name='paper',
            name='kind',
            field=models.CharField(choices=[('notice_letter', 'Brief van een buurtbericht'), ('agenda_sheet', 'Buurtagenda op één blad'), ('evening_report', 'Verslag van een bewonersavond'), ('evening_slips', 'Stroken voor een bewonersavond'), ('evening_poster', 'Affiche voor de zaal'), ('map_sheet', 'Kaartblad om op te tekenen')], max_length=16),
        ),
    ]
