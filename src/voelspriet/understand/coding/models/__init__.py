# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codebooks in versions, material, and what coders did with it."""

from voelspriet.understand.coding.models.agreement import AgreementFigure as AgreementFigure
from voelspriet.understand.coding.models.agreement import AgreementRun as AgreementRun
from voelspriet.understand.coding.models.agreement import AgreementText as AgreementText
from voelspriet.understand.coding.models.agreement import CodingDifference as CodingDifference
from voelspriet.understand.coding.models.agreement import SecondCoding as SecondCoding
from voelspriet.understand.coding.models.codebooks import Code as Code
from voelspriet.understand.coding.models.codebooks import Codebook as Codebook
from voelspriet.understand.coding.models.codebooks import CodebookVersion as CodebookVersion
from voelspriet.understand.coding.models.codebooks import CodeMerge as CodeMerge
from voelspriet.understand.coding.models.coding import CodingDeed as CodingDeed
from voelspriet.understand.coding.models.coding import CodingPass as CodingPass
from voelspriet.understand.coding.models.coding import Fragment as Fragment
from voelspriet.understand.coding.models.coding import FragmentCode as FragmentCode
from voelspriet.understand.coding.models.incoming import ProjectImport as ProjectImport
from voelspriet.understand.coding.models.material import Material as Material
from voelspriet.understand.coding.models.suggesting import LearnedText as LearnedText
from voelspriet.understand.coding.models.suggesting import SuggestedCode as SuggestedCode
from voelspriet.understand.coding.models.suggesting import Suggester as Suggester
