"""The words that make a report more or less real, as data: what plans, proposes, doubts or denies."""

from __future__ import annotations

from geo.model import Status
from geo.reading.words import words

PLANNING = words("""
    plan intend expect schedule set due prepare agree promise vow pledge hope aim arrange bind
    likely ready poise anticipate slate book decide mean determine commit confirm sure certain
    reserve project forecast look forward announce order instruct command oblige tip
    about wait queue apply approve authorise authorize assign earmark accept vote pencil pack save
    raise train swear resolve undertake await
""")  # fmt: skip
PROPOSING = words("""
    invite suggest propose urge want ask request offer call recommend advise encourage demand wish
    push press beg appeal plead tell warn insist invitation proposal suggestion desire willing
    willingness like love convey eager keen dream prefer lobby petition
""")  # fmt: skip
DENYING = words("""
    refuse decline fail deny cancel reject prevent bar forbid ban block avoid unable postpone
    scrap prohibit abandon refusal denial failure cancellation drop discourage deter halt scotch shelve
    scupper thwart foil suspend axe abort neglect omit veto quash scuttle miss skip forgo boycott
    call_off rule_out turn_down put_off give_up back_out back_away
""")  # fmt: skip
DENYING_GERUNDS = DENYING | words("stop keep dissuade")
"""What denies a gerund: "stopped him from leaving" did; "stopped to visit" did not."""
DOUBTING = words("""
    consider attempt try face threaten suspect risk doubt discuss contemplate mull speculate
    speculation wonder possibility chance option threat possible potential unclear uncertain
    question whether prospect explore rumor rumour fear could may might weigh debate
    think bid effort struggle seek unlikely reluctant unwilling hesitant unsure flirt toy moot talk
""")  # fmt: skip
ENABLING = words("allow permit able enable let free entitle clear")
"""What makes a thing possible, and when it is past and not negated tells that it came about."""
BELIEVING = words("believe think suspect fear assume presume guess suppose")
"""What in the passive makes a past event a guess: "is believed to have fled"."""
DOUBTFUL_REPORTS = words("""
    suspect speculate speculation possibility suspicion doubt rumor rumour guess theory likelihood fear
    unclear uncertain unknown unsure
""")
"""Words whose "that" clause is only possibly so."""
REFUTING = words("deny denial refute reject dismiss disprove debunk false untrue rubbish")
"""Words whose "that" clause is not so."""
HEARSAY = words("report rumor rumour claim suggestion allegation story speculation accusation")
"""Nouns for what others say: refuted, their clause is not so."""

MODALS = {
    **dict.fromkeys(words("will shall 'll ’ll wo would 'd ’d"), Status.PLANNED),
    **dict.fromkeys(words("may might could can ca"), Status.POSSIBLE),
    **dict.fromkeys(words("should must ought"), Status.PROPOSED),
}
PERFECT_MODALS = words("would 'd ’d could may might must should ought ca can")
"""Modals before "have gone": a thing that would, could or must have been is a guess about the past."""
GOVERNING = (
    (DENYING, Status.DENIED),
    (PROPOSING, Status.PROPOSED),
    (DOUBTING, Status.POSSIBLE),
    (PLANNING, Status.PLANNED),
)
ADJECTIVES = (
    (
        words("cancelled canceled aborted postponed scrapped failed abortive abandoned thwarted"),
        Status.DENIED,
    ),
    (
        words("possible potential hypothetical eventual rumored rumoured speculated mooted attempted"),
        Status.POSSIBLE,
    ),
    (words("proposed suggested"), Status.PROPOSED),
    (
        words("""
    planned upcoming scheduled expected forthcoming coming next imminent impending future intended
"""),
        Status.PLANNED,
    ),
    (words("recent last previous earlier past first historic"), Status.HAPPENED),
)  # fmt: skip
POSSIBLY = words("possibly perhaps maybe potentially conceivably hypothetically")
HABITS = words("""
    often usually always regularly typically frequently generally rarely seldom normally routinely
    commonly occasionally traditionally sometimes daily weekly monthly yearly annually nightly habitually
""")  # fmt: skip
