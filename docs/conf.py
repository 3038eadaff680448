# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the manual is built: Markdown, by Diátaxis, without anything from outside."""

project = "Voelspriet"
author = "Voelspriet contributors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_click"]
# docstrings write code between single backticks, as the rest of the manual does
default_role = "literal"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
# nobody here writes types in comments, and looking for them reads every source again
autodoc_use_type_comments = False
autodoc_default_options = {"members": True, "imported-members": True, "undoc-members": True}
html_theme = "furo"
html_title = "Voelspriet"
exclude_patterns = ["_build", "decisions/template.md"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
suppress_warnings = ["myst.xref_missing"]
html_theme_options = {"footer_icons": []}
