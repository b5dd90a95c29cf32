"""The pages in the order of the day."""

from __future__ import annotations

from app.ui.pages.approve import ApprovePage
from app.ui.pages.cases import CasesPage
from app.ui.pages.devices import DevicesPage
from app.ui.pages.home import HomePage
from app.ui.pages.import_page import ImportPage
from app.ui.pages.page import Page
from app.ui.pages.pick import PickPage
from app.ui.pages.posts import PostsPage
from app.ui.pages.publish import PublishPage
from app.ui.pages.published import PublishedPage
from app.ui.pages.questions import QuestionsPage
from app.ui.pages.records import RecordsPage
from app.ui.pages.register import RegisterPage
from app.ui.pages.report import ReportPage
from app.ui.pages.retention import RetentionPage
from app.ui.pages.review import ReviewPage
from app.ui.pages.school import SchoolPage
from app.ui.pages.users import UsersPage

ALL_PAGES: tuple[type[Page], ...] = (
    HomePage,
    ImportPage,
    PickPage,
    ReviewPage,
    PostsPage,
    ApprovePage,
    PublishPage,
    PublishedPage,
    QuestionsPage,
    RegisterPage,
    DevicesPage,
    SchoolPage,
    CasesPage,
    RecordsPage,
    RetentionPage,
    ReportPage,
    UsersPage,
)
