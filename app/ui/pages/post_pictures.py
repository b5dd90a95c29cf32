"""One picture of a post: what it is, the words for those who cannot see it, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.permissions import Permission
from app.domain.photo import Photo, PhotoId
from app.domain.post import PictureCrop, PostPicture, RightsSource, Suitability
from app.ui.desk import Desk
from app.ui.language import Told, phrase, tr, trn
from app.ui.marked_words import MarkedEdit
from app.ui.pages.picture_label import PictureLabel
from app.ui.theme import theme
from app.ui.thumbnails import thumbnails
from app.ui.widgets import Button, Plain, field, line_up
from app.ui.words import RIGHTS

SUITABILITY = Told(
    {
        Suitability.FINE: phrase("Dressed for it, at ease, the occasion is clear"),
        Suitability.SPORTS_KIT: phrase("Sports kit"),
        Suitability.SWIMWEAR: phrase("Swimwear"),
        Suitability.UNDRESS: phrase("Undress or changing"),
        Suitability.INJURY: phrase("An injury, an aid, something of health"),
        Suitability.DISTRESS: phrase("Distress"),
    }
)
STACKS_FROM = 1.3
"""From this text size on there is no room for two columns inside the page's middle one."""


class PictureCard(Plain):
    """Picture at the left, its questions at the right; below it where the text is large.

    Signals:
        changed: something was typed or chosen.
        moved: it should stand one place earlier (-1) or later (1).
        left_out: it should not be in the post.
        crop_wanted: somebody wants to choose which part is shown.
    same_wanted: whose this picture is holds for those that nobody answered for, too.
    """

    changed = Signal()
    moved = Signal(int)
    left_out = Signal()
    crop_wanted = Signal()
    same_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        picture: PostPicture,
        photo: Photo | None,
        licences: Sequence[tuple[Permission, str]] = (),
    ) -> None:
        super().__init__(row=theme().scale < STACKS_FROM, gap=12)
        self._picture = picture
        self._licences = licences
        number = photo.number if photo else 0
        self.box.addWidget(self._left(desk, number))
        self.box.addWidget(self._questions(number), 1)
        self._ask_credit()
        self.rights.currentIndexChanged.connect(lambda _i: self._ask_credit())
        for choice in (self.rights, self.licence, self.suitable):
            choice.currentIndexChanged.connect(self.changed)
        self.alt.textChanged.connect(self.changed)
        self.credit.textEdited.connect(self.changed)
        if photo is not None:
            thumbnails(desk).want(photo.id, self.image.show_picture)

    def _left(self, desk: Desk, number: int) -> Plain:
        """The picture and what can be done with it."""
        self.image = PictureLabel(tr("Photo {number}", number=number), width=140, height=105)
        self.review = Button(
            tr("Review"),
            lambda: desk.go_to.emit("review", self.photo_id),
            icon_name="review",
            name=tr("Review photo {number}", number=number),
        )
        earlier = Button(
            tr("Earlier"),
            lambda: self.moved.emit(-1),
            icon_name="previous",
            kind="icon",
            name=tr("Photo {number} earlier", number=number),
        )
        later = Button(
            tr("Later"),
            lambda: self.moved.emit(1),
            icon_name="next",
            kind="icon",
            name=tr("Photo {number} later", number=number),
        )
        out = Button(
            tr("Leave out"),
            self.left_out.emit,
            icon_name="remove",
            kind="icon",
            name=tr("Leave photo {number} out", number=number),
        )
        self.crop = Button(
            tr("Crop"), self.crop_wanted.emit, icon_name="fit", name=tr("Crop photo {number}", number=number)
        )
        left = Plain(gap=8)
        left.box.addWidget(self.image)
        left.box.addLayout(line_up(earlier, later, out, 1))
        left.box.addWidget(self.review)
        left.box.addWidget(self.crop)
        left.box.addStretch(1)
        return left

    def _questions(self, number: int) -> Plain:
        """What it shows, whose it is, and whether it suits."""
        self.alt = MarkedEdit(self._picture.alt_text)
        self.alt.setFixedHeight(theme().px(64))
        self.rights = _choice(tr("Please choose"), RIGHTS, self._picture.rights)
        self.credit = QLineEdit(self._picture.attribution)
        self.licence = _narrow_list()
        self.suitable = _choice(tr("Please look and choose"), SUITABILITY, self._picture.suitability)
        self.suitable.setToolTip(tr("Purpose, dress, and no child alone without a reason that can be seen."))
        self.credit_field, self.licence_field = Plain(gap=0), Plain(gap=0)
        self.credit_field.box.addLayout(field(tr("Credit for photo {number}", number=number), self.credit))
        recorded = tr("The Headteacher records it under Permissions.")
        self.licence_field.box.addLayout(
            field(tr("Written permission for photo {number}", number=number), self.licence, hint=recorded)
        )
        read_out = tr("Read out to people who cannot see it.")
        column = Plain(gap=8)
        column.box.addLayout(field(tr("What photo {number} shows", number=number), self.alt, hint=read_out))
        column.box.addLayout(field(tr("Who made photo {number}", number=number), self.rights))
        column.box.addWidget(self.credit_field)
        column.box.addWidget(self.licence_field)
        self.same = Button("", self.same_wanted.emit, kind="flat")
        self.same.hide()
        column.box.addLayout(line_up(self.same, 1))
        column.box.addLayout(field(tr("Dress and situation in photo {number}", number=number), self.suitable))
        return column

    @property
    def photo_id(self) -> PhotoId:
        return self._picture.photo_id

    def set_crops(self, crops: tuple[PictureCrop, ...]) -> None:
        """Other parts were chosen for the platforms."""
        if crops != self._picture.crops:
            self._picture = replace(self._picture, crops=crops)
            self.changed.emit()

    def picture(self) -> PostPicture:
        """The picture as it stands on the screen."""
        chosen = self.rights.currentData()
        return replace(
            self._picture,
            alt_text=self.alt.toPlainText().strip(),
            rights=RightsSource(chosen) if chosen else None,
            attribution=self.credit.text().strip(),
            suitability=Suitability(seen) if (seen := self.suitable.currentData()) else None,
            licence=self.licence.currentData() if chosen and RightsSource(chosen).rests_on else None,
        )

    @property
    def is_answered(self) -> bool:
        """Whether somebody said whose the picture is."""
        return self.rights.currentData() is not None

    def offer_same(self, others: int) -> None:
        """Offer to say the same of the others that are open; of none, offer nothing."""
        words = trn("Say the same of the other photo", "Say the same of the other {n} photos", others)
        self.same.setText(words)
        self.same.setAccessibleName(f"{words}: {self.rights.currentText()}")
        self.same.setVisible(others > 0 and self.is_answered)

    def answer_like(self, other: PictureCard) -> None:
        """Whose the other picture is, this one is, too: with credit and permission, if there are any."""
        self.rights.setCurrentIndex(other.rights.currentIndex())
        self.credit.setText(other.credit.text())
        self.licence.setCurrentIndex(max(0, self.licence.findData(other.licence.currentData())))

    def _ask_credit(self) -> None:
        chosen = self.rights.currentData()
        self.credit_field.setVisible(chosen is not None and chosen != RightsSource.STAFF)
        wanted = RightsSource(chosen).rests_on if chosen else None
        self.licence_field.setVisible(wanted is not None)
        was = self.licence.currentData() if self.licence.count() else self._picture.licence
        self.licence.blockSignals(True)
        self.licence.clear()
        self.licence.addItem(tr("Please choose"), None)
        for permission, words in self._licences:
            if permission.kind is wanted:
                self.licence.addItem(words, permission.id)
        if was is not None and was == self._picture.licence and self.licence.findData(was) < 0:
            self.licence.addItem(tr("A permission that does not hold any more"), was)
        self.licence.setCurrentIndex(max(0, self.licence.findData(was)))
        self.licence.blockSignals(False)


def _narrow_list() -> QComboBox:
    """An empty list of choices; where there is little room its words are shortened."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made


def _choice(asks: str, answers: Mapping[Any, str], chosen: object) -> QComboBox:
    """A list of answers that starts with the request to choose."""
    made = _narrow_list()
    made.addItem(asks, None)
    for value, words in answers.items():
        made.addItem(words, value)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made
