# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("evenings", "0001_opened"),
    ]

    operations = [
        migrations.AddField(
            model_name="evening",
            name="screen_language",
            field=models.CharField(blank=True, default="", max_length=2),
        ),
        migrations.AddConstraint(
            model_name="evening",
            constraint=models.CheckConstraint(
                condition=models.Q(("screen_language__in", ["", "nl", "en", "tr", "ar"])),
                name="evening_screen_language_known",
            ),
        ),
    ]
