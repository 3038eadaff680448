# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codebooks in versions, material, and what coders did with it."""

from voelspriet.understand.coding.models.codebooks import Code as Code
from voelspriet.understand.coding.models.codebooks import Codebook as Codebook
from voelspriet.understand.coding.models.codebooks import CodebookVersion as CodebookVersion
from voelspriet.understand.coding.models.coding import CodingDeed as CodingDeed
from voelspriet.understand.coding.models.coding import CodingPass as CodingPass
from voelspriet.understand.coding.models.coding import Fragment as Fragment
from voelspriet.understand.coding.models.coding import FragmentCode as FragmentCode
from voelspriet.understand.coding.models.material import Material as Material
