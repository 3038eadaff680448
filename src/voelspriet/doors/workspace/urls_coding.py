# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the staff site: codebooks, texts to code, fragments."""

from __future__ import annotations

from django.urls import URLPattern, path

from voelspriet.doors.workspace.views.coding import (
    codebooks,
    fragments,
    material,
    merging,
    suggestions,
    texts,
)

urlpatterns: list[URLPattern] = [
    path("codeboeken/", codebooks.codebooks, name="codebooks"),
    path("codeboeken/nieuw/", codebooks.codebook_new, name="codebook_new"),
    path("codeboeken/<str:reference>/", codebooks.codebook, name="codebook"),
    path("codeboeken/<str:reference>/nieuwe-versie/", codebooks.codebook_draft,
         name="codebook_draft"),
    path("codeboeken/<str:reference>/publiceren/", codebooks.codebook_publish,
         name="codebook_publish"),
    path("codeboeken/<str:reference>/codes/<int:code_id>/", codebooks.codebook_code,
         name="codebook_code"),
    path("codeboeken/<str:reference>/codes/<int:code_id>/verplaatsen/",
         merging.codebook_code_move, name="codebook_code_move"),
    path("codeboeken/<str:reference>/samenvoegen/", merging.codebook_merge,
         name="codebook_merge"),
    path("codeboeken/<str:reference>/codes/<int:code_id>/weg/", codebooks.codebook_code_remove,
         name="codebook_code_remove"),
    path("coderen/", material.coding, name="coding"),
    path("coderen/volgende/", material.coding_next, name="coding_next"),
    path("coderen/ophalen/", material.coding_take_in, name="coding_take_in"),
    path("coderen/suggesties/", suggestions.coding_suggesters, name="coding_suggesters"),
    path("coderen/suggesties/<str:reference>/leren/", suggestions.coding_learn,
         name="coding_learn"),
    path("coderen/<str:reference>/", texts.coding_text, name="coding_text"),
    path("coderen/<str:reference>/fragment/", texts.coding_fragment, name="coding_fragment"),
    path("coderen/<str:reference>/fragment/<int:fragment_id>/", texts.coding_fragment_edit,
         name="coding_fragment_edit"),
    path("coderen/<str:reference>/fragment/<int:fragment_id>/weg/", texts.coding_fragment_remove,
         name="coding_fragment_remove"),
    path("coderen/<str:reference>/suggesties/", suggestions.coding_suggestions,
         name="coding_suggestions"),
    path("coderen/<str:reference>/klaar/", texts.coding_finish, name="coding_finish"),
    path("coderen/<str:reference>/gevoelig/", texts.coding_sensitive, name="coding_sensitive"),
    path("coderen/<str:reference>/doen/<str:deed>/", texts.coding_deed, name="coding_deed"),
    path("fragmenten/", fragments.fragments, name="fragments"),
    path("fragmenten/bestand/", fragments.fragments_file, name="fragments_file"),
    path("onderzoeken/<str:reference>/fragmenten/", fragments.study_fragments,
         name="study_fragments"),
]  # fmt: skip
