# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading stories and what public pages show. One file per theme."""

from voelspriet.answer.pages.queries.neighbourhood import (
    AreaLink as AreaLink,
)
from voelspriet.answer.pages.queries.neighbourhood import (
    FacePerson as FacePerson,
)
from voelspriet.answer.pages.queries.neighbourhood import FeedPage as FeedPage
from voelspriet.answer.pages.queries.neighbourhood import (
    NeighbourhoodPage as NeighbourhoodPage,
)
from voelspriet.answer.pages.queries.neighbourhood import PlaceFound as PlaceFound
from voelspriet.answer.pages.queries.neighbourhood import (
    TownPage as TownPage,
)
from voelspriet.answer.pages.queries.neighbourhood import feed_page as feed_page
from voelspriet.answer.pages.queries.neighbourhood import (
    find_neighbourhoods as find_neighbourhoods,
)
from voelspriet.answer.pages.queries.neighbourhood import (
    neighbourhood_page as neighbourhood_page,
)
from voelspriet.answer.pages.queries.neighbourhood import (
    town_page as town_page,
)
from voelspriet.answer.pages.queries.overview import ProcessFigure as ProcessFigure
from voelspriet.answer.pages.queries.overview import ProcessOverview as ProcessOverview
from voelspriet.answer.pages.queries.overview import process_figures as process_figures
from voelspriet.answer.pages.queries.overview import process_overview as process_overview
from voelspriet.answer.pages.queries.stories import (
    AgreementToTell as AgreementToTell,
)
from voelspriet.answer.pages.queries.stories import (
    PublicStory as PublicStory,
)
from voelspriet.answer.pages.queries.stories import (
    SignalToTell as SignalToTell,
)
from voelspriet.answer.pages.queries.stories import (
    StoryDetail as StoryDetail,
)
from voelspriet.answer.pages.queries.stories import (
    StoryRow as StoryRow,
)
from voelspriet.answer.pages.queries.stories import (
    TextRow as TextRow,
)
from voelspriet.answer.pages.queries.stories import (
    agreements_to_tell as agreements_to_tell,
)
from voelspriet.answer.pages.queries.stories import (
    declined_to_tell as declined_to_tell,
)
from voelspriet.answer.pages.queries.stories import (
    feed_stories as feed_stories,
)
from voelspriet.answer.pages.queries.stories import (
    public_stories as public_stories,
)
from voelspriet.answer.pages.queries.stories import (
    stories as stories,
)
from voelspriet.answer.pages.queries.stories import (
    story_areas as story_areas,
)
from voelspriet.answer.pages.queries.stories import (
    story_detail as story_detail,
)
