# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms are drawn with the house's own templates, so every field has its error beside it."""

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Draw forms, fields and widgets with the components of ground.ui.

    Templates come from the site's own engine, in which this room stands before `django.forms`:
    a widget template of the same name in ground.ui wins.
    """

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
