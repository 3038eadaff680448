# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading files of areas, streets and points. For commands only: web processes never load GDAL."""
