"""Rules: what the school settles for itself, and whether it compares faces at all."""

from __future__ import annotations

from typing import Any

from app.domain import school_rules as keys
from app.domain.people import ROLE_WORDS, Action, Role
from app.domain.school_rules import SCHOOL_RULES
from app.ui.below import below
from app.ui.desk import Desk
from app.ui.forms import Ask, Fields
from app.ui.language import phrase, tr, trn
from app.ui.pages.matching_panel import MatchingPanel
from app.ui.pages.page import Page
from app.ui.widgets import Button, Label, Panel, Plain, line_up, scrolled
from app.ui.words import sentence
from app.workflow import school_settings

_CHECKS = (
    keys.GOVERNORS_APPROVE_POLICIES,
    keys.GOVERNORS_APPROVE_RULES,
    keys.NAMED_POSTERS_ONLY,
    keys.POSTING_PERMISSION_REQUIRED,
)
_WORD_LISTS = (
    keys.WORDS_NEVER,
    keys.WORDS_CAREFUL,
    keys.LISTED_LINKS,
    keys.LISTED_CONTACTS,
    keys.LISTED_HANDLES,
    keys.PACK_FOLDERS,
    keys.SCHOOL_HOLIDAYS,
)
_LISTS = (keys.ROLE_MAILBOXES, *_WORD_LISTS)
_NEVER = 0


def _asks() -> list[Ask]:
    title = {key: below(rule.title) for key, rule in SCHOOL_RULES.items()}
    return [
        Ask(keys.OWN_CONSENT_AGE, title[keys.OWN_CONSENT_AGE], "choice"),
        Ask(keys.LOCK_AFTER_MINUTES, title[keys.LOCK_AFTER_MINUTES], "number", most=60),
        Ask(keys.MARK_GRANTOR, title[keys.MARK_GRANTOR], hint=tr("HEAD, or a title such as CEO")),
        Ask(keys.ROLE_MAILBOXES, title[keys.ROLE_MAILBOXES], hint=tr("With commas between them")),
        *(Ask(key, title[key], hint=tr("With commas between them"), is_wide=True) for key in _WORD_LISTS),
        *(Ask(key, title[key], "check", is_wide=True) for key in _CHECKS),
        Ask(keys.SIGN_IN_NOTICE, title[keys.SIGN_IN_NOTICE], "long", is_wide=True),
        Ask(keys.PRIVACY_NOTICE, title[keys.PRIVACY_NOTICE], hint="https://…", is_wide=True),
    ]


class RulesPage(Page):
    """One form for the rules, one for the training each role needs, one for comparing faces."""

    key = "rules"
    title = phrase("Rules")
    icon_name = "key"
    actions = frozenset({Action.SETTLE_RULES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._filled: dict[str, Any] | None = None
        self.form = Fields(_asks())
        ages = [(age, tr("From {age}", age=age)) for age in range(10, 19)]
        self.form.offer(keys.OWN_CONSENT_AGE, [*ages, (_NEVER, tr("Never: parents answer"))])
        roles = [Ask(role.value, sentence(below(ROLE_WORDS[role]))) for role in Role]
        self.topics = Fields(roles)
        self.save_button = Button(tr("Save the rules"), self.save, kind="primary")
        rules, needed = Panel(), Panel()
        rules.box.addWidget(Label(tr("The school’s own rules"), role="heading"))
        rules.box.addWidget(Label(tr("They hold at once, on every PC."), role="quiet", wraps=True))
        rules.box.addWidget(self.form)
        needed.box.addWidget(Label(tr("Training that each role needs"), role="heading"))
        needed.box.addWidget(Label(tr("Topics with commas between them; empty where none is needed."), role="quiet"))
        needed.box.addWidget(self.topics)
        self.matching = MatchingPanel(self)
        inside = Plain(gap=16)
        for panel in (rules, needed):
            inside.box.addWidget(panel)
        inside.box.addLayout(line_up(1, self.save_button))
        inside.box.addWidget(self.matching)
        inside.box.addStretch(1)
        self.body.addWidget(scrolled(inside, tr("Rules")), 1)

    def refresh(self) -> None:
        settled = dict(school_settings.all_rules(self.workspace))
        if self._filled is None or (settled != self._filled and self._entered() == self._filled):
            self._filled = settled
            shown = {key: ", ".join(value) if key in _LISTS else value for key, value in settled.items()}
            shown[keys.OWN_CONSENT_AGE] = settled[keys.OWN_CONSENT_AGE] or _NEVER
            self.form.fill(shown)
            topics = settled[keys.TRAINING_REQUIRED]
            self.topics.fill({role.value: ", ".join(topics.get(role.value, ())) for role in Role})
        self.matching.refresh()

    def _entered(self) -> dict[str, Any]:
        """The rules as they stand on the screen; those without a field stay as they are settled."""
        said = self.form.values()
        said[keys.OWN_CONSENT_AGE] = said[keys.OWN_CONSENT_AGE] or None
        for key in _LISTS:
            said[key] = _split(said[key])
        topics = {role: _split(words) for role, words in self.topics.values().items()}
        said[keys.TRAINING_REQUIRED] = {role: found for role, found in topics.items() if found}
        return {**(self._filled or {}), **said}

    def save(self) -> None:
        """Settle what was changed, each rule by itself; what does not fit is said under its field."""
        filled = self._filled or {}
        changed = {key: value for key, value in self._entered().items() if value != filled.get(key)}
        wrong = {key for key, value in changed.items() if not SCHOOL_RULES[key].fits(value)}
        for key in self.form.widgets:
            self.form.say(key, tr("It has to be {wanted}.", wanted=SCHOOL_RULES[key].wanted) if key in wrong else "")
        for key, value in changed.items():
            if key in wrong:
                continue
            if (
                self.attempt(lambda k=key, v=value: school_settings.settle(self.workspace, self.actor, k, v) or True)
                is None
            ):
                return
            filled[key] = value
        self.written()
        done = len(changed) - len(wrong)
        if done:
            self.notice.tell(
                trn("{n} rule is settled. It holds from now on.", "{n} rules are settled. They hold from now on.", done)
            )
        elif not wrong:
            self.notice.tell(tr("Nothing was changed."), state="info")


def _split(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]
