"""What a post is about: its category, its event, what was asked, and whether it cannot wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit

from app.domain.post import Post, PostAbout, PostCategory
from app.ui.language import Told, phrase, tr
from app.ui.theme import theme
from app.ui.widgets import Plain, field, grid

CATEGORIES = Told(
    {
        PostCategory.CHILDREN: phrase("Children and their learning"),
        PostCategory.STAFF_WORK: phrase("Good work of staff"),
        PostCategory.SCHOOL_NEWS: phrase("News of the school"),
        PostCategory.ACHIEVEMENT: phrase("An achievement"),
        PostCategory.REMINDER: phrase("A reminder for parents"),
        PostCategory.ENQUIRY: phrase("An answer to an enquiry"),
    }
)
_STACKS_FROM = 1.3


class AboutFields(Plain):
    """Signals:
    changed: something was chosen or typed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.category = QComboBox()
        self.category.addItem(tr("Please choose"), None)
        for category, words in CATEGORIES.items():
            self.category.addItem(words, category)
        self.event = QComboBox()
        self.event.setEditable(True)
        for box in (self.category, self.event):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.enquiry = QPlainTextEdit()
        self.enquiry.setTabChangesFocus(True)
        self.enquiry.setFixedHeight(theme().px(76))
        self.urgent = QCheckBox(tr("It cannot wait (words only)"))
        table = grid(12)
        across = 1 if theme().scale >= _STACKS_FROM else 2
        table.addLayout(field(tr("What it is about"), self.category), 0, 0)
        table.addLayout(field(tr("Event"), self.event), 1 // across, 1 % across)
        self.event.setToolTip(tr("A first name in the words means a child of this event’s list before anybody else."))
        self.box.addLayout(table)
        self.enquiry_field = Plain(gap=0)
        self.enquiry_field.box.addLayout(
            field(tr("The enquiry"), self.enquiry, hint=tr("What the school was asked, and by whom."))
        )
        self.box.addWidget(self.enquiry_field)
        self.box.addWidget(self.urgent)
        self.category.currentIndexChanged.connect(self._changed)
        self.event.editTextChanged.connect(self.changed)
        self.enquiry.textChanged.connect(self.changed)
        self.urgent.toggled.connect(self.changed)
        self.urgent.setToolTip(tr("A closed school, for example. Somebody else looks at it afterwards."))

    def show_about(self, post: Post, events: Sequence[str], *, may_be_urgent: bool) -> None:
        """Fill the fields; asking nobody, so without `changed`."""
        self.blockSignals(True)
        about = post.about
        self.category.setCurrentIndex(max(0, self.category.findData(about.category)))
        self.event.clear()
        self.event.addItems(["", *events])
        self.event.setCurrentText(about.event)
        self.enquiry.setPlainText(about.enquiry)
        self.urgent.setChecked(about.is_urgent)
        self.urgent.setVisible(may_be_urgent or about.is_urgent)
        self._changed()
        self.blockSignals(False)

    def about(self) -> PostAbout:
        """As it stands on the screen."""
        chosen = self.category.currentData()
        category = PostCategory(chosen) if chosen else None
        return PostAbout(
            category=category,
            event=self.event.currentText().strip(),
            enquiry=self.enquiry.toPlainText().strip(),
            is_urgent=self.urgent.isChecked(),
        )

    def _changed(self) -> None:
        self.enquiry_field.setVisible(self.category.currentData() == PostCategory.ENQUIRY)
        self.changed.emit()
