# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything the areas room writes."""

from voelspriet.ground.areas.actions.areas import import_areas
from voelspriet.ground.areas.actions.margins import import_margins
from voelspriet.ground.areas.actions.municipalities import set_up_municipality
from voelspriet.ground.areas.actions.streets import import_streets

__all__ = ["import_areas", "import_margins", "import_streets", "set_up_municipality"]
