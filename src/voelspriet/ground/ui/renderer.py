# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms are drawn with the house's own templates, so every field has its error beside it."""

from django.forms.renderers import DjangoTemplates


class HouseRenderer(DjangoTemplates):
    """Draw forms and fields with the components of ground.ui."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
